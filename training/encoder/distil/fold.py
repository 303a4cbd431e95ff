"""Batch norm out of a network and into one, without changing what it computes in evaluation."""

from collections import defaultdict
from typing import Iterable

import torch
from torch import Tensor, nn

from .mobilenet import MobileNetV2


@torch.no_grad()
def fold(network: MobileNetV2) -> MobileNetV2:
    """The network with each batch norm folded into its convolution; on the CPU, float32."""
    folded = MobileNetV2(batch_norm=False)
    for (_, source), (_, target) in zip(network.convolutions(), folded.convolutions(), strict=True):
        norm = source.norm
        scale = norm.weight.double() * torch.rsqrt(norm.running_var.double() + norm.eps)
        target.conv.weight.copy_(source.conv.weight * scale[:, None, None, None])
        target.conv.bias.copy_(norm.bias - norm.running_mean * scale)
    return folded.eval()


@torch.no_grad()
def unfold(folded: MobileNetV2, batches: Iterable[Tensor]) -> MobileNetV2:
    """The network with batch norms whose statistics are those that `batches` of photos give.

    Training normalises by each batch, so with these statistics it begins near where it starts from.
    """
    mean, mean_square = average_moments(folded, batches)
    network = MobileNetV2(batch_norm=True).to(next(folded.parameters()).device)
    for (_, source), (_, target) in zip(folded.convolutions(), network.convolutions(), strict=True):
        norm = target.norm
        variance = (mean_square[source.conv] - mean[source.conv].square()).clamp(min=0)
        target.conv.weight.copy_(source.conv.weight)
        norm.running_mean.copy_(mean[source.conv] - source.conv.bias)
        norm.running_var.copy_(variance)
        norm.weight.copy_((variance + norm.eps).sqrt())
        norm.bias.copy_(mean[source.conv])
    return network


def average_moments(network: MobileNetV2, batches: Iterable[Tensor]):
    """Mean and mean square of every channel that each convolution gives, over all batches."""
    means: dict[nn.Module, list[Tensor]] = defaultdict(list)
    mean_squares: dict[nn.Module, list[Tensor]] = defaultdict(list)

    def record(convolution: nn.Module, _inputs, output: Tensor) -> None:
        means[convolution].append(output.mean((0, 2, 3)))
        mean_squares[convolution].append(output.square().mean((0, 2, 3)))

    hooks = [unit.conv.register_forward_hook(record) for _, unit in network.convolutions()]
    for batch in batches:
        network(batch)
    for hook in hooks:
        hook.remove()
    return tuple(
        {module: torch.stack(values).mean(0) for module, values in moments.items()}
        for moments in (means, mean_squares)
    )
