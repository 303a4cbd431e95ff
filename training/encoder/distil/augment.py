"""Random crops and colours of a batch, on the device that holds it."""

import math

import torch
import torch.nn.functional as F
from torch import Tensor

SMALLEST_AREA = 0.25
ASPECT = 4 / 3
ROTATION = math.radians(5)
GREY = 0.05
# RGB to YIQ and back (NTSC): a rotation of I and Q turns the hue.
YIQ = torch.tensor([[0.299, 0.587, 0.114], [0.596, -0.274, -0.322], [0.211, -0.523, 0.312]])


def augment(photos: Tensor, size: int, whole: float) -> Tensor:
    """uint8 [n, 3, h, w] to crops [n, 3, size, size] in [0, 1], a share of them whole photos."""
    return jitter_colours(random_crops(photos.float() / 255, size, whole))


def uniform(n: int, low: float, high: float, device: torch.device) -> Tensor:
    return torch.rand(n, device=device) * (high - low) + low


def random_crops(photos: Tensor, size: int, whole_share: float) -> Tensor:
    """Resized crops of random area, aspect, place and slight rotation, half of them mirrored."""
    n, device = len(photos), photos.device
    area = uniform(n, SMALLEST_AREA, 1, device)
    aspect = uniform(n, -math.log(ASPECT), math.log(ASPECT), device).exp().sqrt()
    whole = torch.rand(n, device=device) < whole_share
    width = (area.sqrt() * aspect).clamp(max=1).masked_fill(whole, 1)
    height = (area.sqrt() / aspect).clamp(max=1).masked_fill(whole, 1)
    angle = uniform(n, -ROTATION, ROTATION, device).masked_fill(whole, 0)
    centre_x = uniform(n, -1, 1, device) * (1 - width)
    centre_y = uniform(n, -1, 1, device) * (1 - height)
    mirror = torch.where(torch.rand(n, device=device) < 0.5, -1.0, 1.0)
    cos, sin = angle.cos(), angle.sin()
    rows = [mirror * width * cos, -height * sin, centre_x, mirror * width * sin, height * cos, centre_y]
    return sample(photos, torch.stack(rows, 1).view(n, 2, 3), size)


def sample(photos: Tensor, transform: Tensor, size: int) -> Tensor:
    """Bilinear samples; small sizes are sampled twice as densely and averaged, against aliasing."""
    dense = 2 if size < photos.shape[-1] * 0.75 else 1
    shape = (len(photos), 3, size * dense, size * dense)
    grid = F.affine_grid(transform, shape, align_corners=False)
    crops = F.grid_sample(photos, grid, padding_mode="reflection", align_corners=False)
    return F.avg_pool2d(crops, dense) if dense > 1 else crops


def jitter_colours(photos: Tensor) -> Tensor:
    """Random hue, saturation, brightness and contrast; a few photos become grey."""
    n, device = len(photos), photos.device
    saturation = uniform(n, 0.6, 1.4, device)
    saturation = saturation.masked_fill(torch.rand(n, device=device) < GREY, 0)
    hue = uniform(n, -0.3, 0.3, device)
    chroma = torch.zeros(n, 3, 3, device=device)
    chroma[:, 0, 0] = 1
    chroma[:, 1, 1] = chroma[:, 2, 2] = saturation * hue.cos()
    chroma[:, 2, 1] = saturation * hue.sin()
    chroma[:, 1, 2] = -chroma[:, 2, 1]
    yiq = YIQ.to(device)
    colours = yiq.inverse() @ chroma @ yiq
    brightness = uniform(n, 0.7, 1.3, device)
    contrast = uniform(n, 0.7, 1.3, device)
    mean = photos.mean((1, 2, 3))
    gain = (brightness * contrast)[:, None, None] * colours
    offset = (brightness * (1 - contrast) * mean)[:, None, None]
    return (torch.baddbmm(offset, gain, photos.flatten(2)).view_as(photos)).clamp(0, 1)


def mix(photos: Tensor) -> Tensor:
    """Blends each photo with another one of the batch (Zhang et al. 2018)."""
    share = torch.rand(len(photos), 1, 1, 1, device=photos.device)
    return share * photos + (1 - share) * photos.flip(0)
