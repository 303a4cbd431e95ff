"""What the student is trained to do; each loss of distillation is near 1 where nothing is learnt."""

import torch
import torch.nn.functional as F
from torch import Tensor

from .mobilenet import Features


def unexplained(actual: Tensor, expected: Tensor) -> Tensor:
    """Squared error over the squared deviation of `expected` [n, channels, ...] from channel means."""
    expected = expected.float()
    axes = [axis for axis in range(expected.ndim) if axis != 1]
    total = (expected - expected.mean(axes, keepdim=True)).square().sum()
    return (actual.float() - expected).square().sum() / total


def feature_losses(student: Features, teacher: Features) -> dict[str, Tensor]:
    pairs = zip(student.stages, teacher.stages, strict=True)
    return {
        "stages": torch.stack([unexplained(a, b) for a, b in pairs]).mean(),
        "grid": unexplained(student.grid, teacher.grid),
        "pooled": unexplained(student.pooled, teacher.pooled),
    }


def logits_loss(student: Tensor, teacher: Tensor) -> Tensor:
    """Kullback-Leibler divergence of the classes' probabilities, nats."""
    student, teacher = student.float().log_softmax(1), teacher.float().log_softmax(1)
    return F.kl_div(student, teacher, reduction="batchmean", log_target=True)


def words_loss(logits: Tensor, shares: Tensor, base_rates: Tensor) -> Tensor:
    """Cross-entropy of the words' shares, over that of always predicting the base rates."""
    loss = F.binary_cross_entropy_with_logits(logits.float(), shares)
    return loss / F.binary_cross_entropy(base_rates.expand_as(shares), shares)


def mean_average_precision(scores: Tensor, relevant: Tensor) -> float:
    """Mean over the columns that have a relevant row; [rows, columns]."""
    order = scores.argsort(0, descending=True)
    hits = relevant.gather(0, order).float()
    ranks = torch.arange(1, len(hits) + 1, device=hits.device)[:, None]
    found = hits.sum(0)
    precision = (hits.cumsum(0) / ranks * hits).sum(0) / found.clamp(min=1)
    return precision[found > 0].mean().item()
