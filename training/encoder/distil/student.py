"""The network that is trained, with the heads that make its features serve captions."""

from pathlib import Path

import torch
from torch import Tensor, nn

from .decoder import CaptionDecoder
from .fold import unfold
from .mobilenet import FEATURES, MobileNetV2
from .tfjs import read_encoder

DROP_POOLED = 0.2


class Student(nn.Module):
    def __init__(self, encoder: MobileNetV2, base_rates: Tensor, vocabulary: int | None):
        """
        base_rates: share of all captions that have each of the words to predict.
        vocabulary: words of the caption decoder, or None for no decoder.
        """
        super().__init__()
        self.encoder = encoder
        self.words = nn.Sequential(nn.Dropout(DROP_POOLED), nn.Linear(FEATURES, len(base_rates)))
        nn.init.zeros_(self.words[1].weight)
        self.words[1].bias.data.copy_(base_rates.logit())
        self.decoder = CaptionDecoder(vocabulary) if vocabulary else None

    def parameter_groups(self, rate: float, head_rate: float, decay: float) -> list[dict]:
        """Encoder and heads, each without weight decay for biases and batch norm."""
        groups = []
        for parts, peak in (([self.encoder], rate), ([self.words, self.decoder], head_rate)):
            parameters = [p for part in parts if part is not None for p in part.parameters()]
            matrices = [p for p in parameters if p.ndim > 1]
            vectors = [p for p in parameters if p.ndim == 1]
            groups.append({"params": matrices, "peak": peak, "weight_decay": decay})
            groups.append({"params": vectors, "peak": peak, "weight_decay": 0.0})
        return groups


def starting_encoder(start: str, batches: list[Tensor], device: torch.device) -> MobileNetV2:
    """A random network, or one in tfjs' form, whose batch norms get the statistics of `batches`."""
    if start == "random":
        return MobileNetV2(batch_norm=True)
    return unfold(read_encoder(Path(start)).to(device), batches)


@torch.no_grad()
def average(averaged: nn.Module, current: nn.Module, decay: float) -> None:
    """Moves an exponential moving average of weights and statistics towards a network's."""
    for old, new in zip(averaged.state_dict().values(), current.state_dict().values(), strict=True):
        if old.is_floating_point():
            old.lerp_(new, 1 - decay)
        else:
            old.copy_(new)
