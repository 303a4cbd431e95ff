"""What cameras, editors and messengers do to photos: shrinking, noise and JPEG."""

import math

import torch
import torch.nn.functional as F
from torch import Tensor

SMALLEST_SCALE = 0.4
NOISE = 0.03
QUALITY = (25, 95)
LUMA = torch.tensor(
    [
        [16, 11, 10, 16, 24, 40, 51, 61],
        [12, 12, 14, 19, 26, 58, 60, 55],
        [14, 13, 16, 24, 40, 57, 69, 56],
        [14, 17, 22, 29, 51, 87, 80, 62],
        [18, 22, 37, 56, 68, 109, 103, 77],
        [24, 35, 55, 64, 81, 104, 113, 92],
        [49, 64, 78, 87, 103, 121, 120, 101],
        [72, 92, 95, 98, 112, 100, 103, 99],
    ]
).float()
CHROMA = torch.full((8, 8), 99.0)
CHROMA[:4, :4] = torch.tensor(
    [[17, 18, 24, 47], [18, 21, 26, 66], [24, 26, 56, 99], [47, 66, 99, 99]]
)
YCC = torch.tensor(
    [[0.299, 0.587, 0.114], [-0.168736, -0.331264, 0.5], [0.5, -0.418688, -0.081312]]
)
# DCT[k, i]: the k-th basis function of the orthonormal cosine transform at place i.
DCT = torch.tensor(
    [
        [math.cos(math.pi * (2 * i + 1) * k / 16) * math.sqrt((1 if k == 0 else 2) / 8) for i in range(8)]
        for k in range(8)
    ]
)


def degrade(photos: Tensor) -> Tensor:
    """[n, 3, size, size] in [0, 1], size a multiple of 16; one scale for all, the rest for each."""
    n, _, size, _ = photos.shape
    scale = SMALLEST_SCALE + (1 - SMALLEST_SCALE) * torch.rand(()).item()
    small = F.interpolate(photos, size=round(size * scale), mode="bilinear", antialias=True)
    photos = F.interpolate(small, size=size, mode="bicubic").clamp(0, 1)
    deviation = NOISE * torch.rand(n, 1, 1, 1, device=photos.device)
    photos = (photos + deviation * torch.randn_like(photos)).clamp(0, 1)
    low, high = QUALITY
    return jpeg(photos, low + (high - low) * torch.rand(n, device=photos.device))


def jpeg(photos: Tensor, quality: Tensor) -> Tensor:
    """Baseline JPEG's loss at qualities [n] from 1 to 100, with chroma at half the resolution."""
    scale = torch.where(quality < 50, 5000 / quality, 200 - 2 * quality) / 100
    ycc = torch.einsum("ij,njhw->nihw", YCC.to(photos.device), photos * 255)
    luma = quantize(ycc[:, :1] - 128, LUMA, scale) + 128
    chroma = quantize(F.avg_pool2d(ycc[:, 1:], 2), CHROMA, scale)
    chroma = F.interpolate(chroma, scale_factor=2, mode="bilinear")
    back = YCC.inverse().to(photos.device)
    rgb = torch.einsum("ij,njhw->nihw", back, torch.cat([luma, chroma], 1))
    return (rgb / 255).clamp(0, 1)


def quantize(planes: Tensor, table: Tensor, scale: Tensor) -> Tensor:
    """Rounds the cosine transform of each 8x8 block of [n, c, h, w] to multiples of a table."""
    n, c, h, w = planes.shape
    dct = DCT.to(planes.device)
    steps = (table.to(planes.device) * scale[:, None, None]).round().clamp(1, 255)
    steps = steps[:, None, None, :, None, :]
    blocks = planes.reshape(n, c, h // 8, 8, w // 8, 8)
    spectrum = torch.einsum("ki,ncyixj,lj->ncykxl", dct, blocks, dct)
    spectrum = (spectrum / steps).round() * steps
    return torch.einsum("ki,ncykxl,lj->ncyixj", dct, spectrum, dct).reshape(n, c, h, w)
