"""How a run goes with its progress from 0 to 1."""

import math
from functools import lru_cache

import torch
from torch import Tensor

WARMUP = 0.02
LOWEST_RATE = 0.01
FINAL_RESOLUTION = 224


def rate(progress: float) -> float:
    """Share of the peak learning rate: linear warm-up, then a cosine (Loshchilov & Hutter 2017)."""
    cosine = (1 + math.cos(math.pi * min(progress, 1))) / 2
    return min(1, progress / WARMUP) * (LOWEST_RATE + (1 - LOWEST_RATE) * cosine)


def resolution(progress: float, early: int, final_share: float) -> int:
    return early if progress < 1 - final_share else FINAL_RESOLUTION


def rows(photos: int, count: int, step: int, seed: int) -> Tensor:
    """Which photos a step takes, so that each is taken once before any is taken again."""
    places = range(step * count, (step + 1) * count)
    return torch.tensor([order(photos, seed, place // photos)[place % photos] for place in places])


@lru_cache(maxsize=4)
def order(photos: int, seed: int, epoch: int) -> list[int]:
    generator = torch.Generator().manual_seed(seed * 1_000_003 + epoch)
    return torch.randperm(photos, generator=generator).tolist()
