"""MobileNetV2 1.0 (Sandler et al. 2018) as TF-slim trained it, cut into stages."""

from typing import Iterator, NamedTuple

import torch
import torch.nn.functional as F
from torch import Tensor, nn

FEATURES = 1280
CLASSES = 1001
STAGES = 8
# Of each inverted residual block: its stage, expansion, output channels and stride.
BLOCKS = [
    *[(0, 1, 16, 1)],
    *[(1, 6, 24, 2), (1, 6, 24, 1)],
    *[(2, 6, 32, 2), (2, 6, 32, 1), (2, 6, 32, 1)],
    *[(3, 6, 64, 2), (3, 6, 64, 1), (3, 6, 64, 1), (3, 6, 64, 1)],
    *[(4, 6, 96, 1), (4, 6, 96, 1), (4, 6, 96, 1)],
    *[(5, 6, 160, 2), (5, 6, 160, 1), (5, 6, 160, 1)],
    *[(6, 6, 320, 1)],
]


class Features(NamedTuple):
    """What the network makes of photos [n, 3, size, size]."""

    stages: list[Tensor]
    """Outputs of the linear bottlenecks after which width or resolution changes, seven of them."""
    grid: Tensor
    """[n, 1280, size / 32, size / 32], values in [0, 6]."""

    @property
    def pooled(self) -> Tensor:
        """[n, 1280], values in [0, 6]."""
        return self.grid.float().mean((2, 3))


class Convolution(nn.Module):
    """Convolution with TensorFlow's "SAME" padding, then batch norm or a bias, then perhaps ReLU6."""

    def __init__(self, inputs, outputs, kernel=1, stride=1, groups=1, relu=True, batch_norm=True):
        super().__init__()
        padding = kernel // 2 if stride == 1 else 0
        self.conv = nn.Conv2d(
            inputs, outputs, kernel, stride, padding, groups=groups, bias=not batch_norm
        )
        self.norm = nn.BatchNorm2d(outputs) if batch_norm else None
        self.relu = relu

    @property
    def is_depthwise(self) -> bool:
        return self.conv.groups > 1

    def forward(self, x: Tensor) -> Tensor:
        kernel, stride = self.conv.kernel_size[0], self.conv.stride[0]
        if stride > 1:
            rows, columns = (same_padding(size, kernel, stride) for size in x.shape[2:])
            x = F.pad(x, (*columns, *rows))
        x = self.conv(x)
        if self.norm is not None:
            x = self.norm(x)
        return F.relu6(x) if self.relu else x


def same_padding(size: int, kernel: int, stride: int) -> tuple[int, int]:
    """Zeros that TensorFlow puts before and after `size` values; where odd, the last side gets more."""
    total = max((-(-size // stride) - 1) * stride + kernel - size, 0)
    return total // 2, total - total // 2


class InvertedResidual(nn.Module):
    def __init__(self, inputs: int, outputs: int, stride: int, expansion: int, batch_norm: bool):
        super().__init__()
        hidden = inputs * expansion
        options = {"batch_norm": batch_norm}
        self.expand = Convolution(inputs, hidden, **options) if expansion > 1 else None
        self.depthwise = Convolution(hidden, hidden, 3, stride, groups=hidden, **options)
        self.project = Convolution(hidden, outputs, relu=False, **options)
        self.residual = stride == 1 and inputs == outputs

    def forward(self, x: Tensor) -> Tensor:
        hidden = x if self.expand is None else self.expand(x)
        y = self.project(self.depthwise(hidden))
        return x + y if self.residual else y


class MobileNetV2(nn.Module):
    """Photos [n, 3, size, size] with values in [-1, 1] to features."""

    def __init__(self, batch_norm: bool):
        super().__init__()
        stages = [[] for _ in range(STAGES)]
        stages[0].append(Convolution(3, 32, 3, 2, batch_norm=batch_norm))
        channels = 32
        for stage, expansion, outputs, stride in BLOCKS:
            stages[stage].append(InvertedResidual(channels, outputs, stride, expansion, batch_norm))
            channels = outputs
        stages[-1].append(Convolution(channels, FEATURES, batch_norm=batch_norm))
        self.stages = nn.ModuleList(nn.Sequential(*modules) for modules in stages)

    def forward(self, photos: Tensor) -> Features:
        outputs = []
        for stage in self.stages:
            outputs.append(stage(outputs[-1] if outputs else photos))
        return Features(outputs[:-1], outputs[-1])

    def stage_by_stage(self, photos: Tensor, guide: Features) -> Features:
        """Gives each stage what the stage before it makes in another network, the guide."""
        inputs = [photos, *guide.stages]
        outputs = [stage(x) for stage, x in zip(self.stages, inputs, strict=True)]
        return Features(outputs[:-1], outputs[-1])

    def convolutions(self) -> Iterator[tuple[str, Convolution]]:
        """Every convolution with its name in TF-slim's checkpoint, from the photo to the grid."""
        block = 0
        for stage in self.stages:
            for module in stage:
                if isinstance(module, Convolution):
                    yield ("Conv" if stage is self.stages[0] else "Conv_1"), module
                    continue
                prefix = f"expanded_conv_{block}" if block else "expanded_conv"
                for part in ("expand", "depthwise", "project"):
                    if getattr(module, part) is not None:
                        yield f"{prefix}_{part}", getattr(module, part)
                block += 1


class Teacher(nn.Module):
    """The public checkpoint: features and, from the pooled vector, logits of ImageNet's classes."""

    def __init__(self):
        super().__init__()
        self.encoder = MobileNetV2(batch_norm=False)
        self.logits = nn.Linear(FEATURES, CLASSES)
        self.requires_grad_(False)
        self.eval()

    @torch.no_grad()
    def forward(self, photos: Tensor) -> Features:
        return self.encoder(photos)
