"""What a run trains and is measured on, on the device that trains."""

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from .decoder import encode_captions
from .photos import frequent_words, read_captions, read_photos, word_shares

PREDICTED_WORDS_COUNT = 20
"""Occurrences in training that make a word one to predict from the pooled vector."""
VOCABULARY_COUNT = 5
"""Occurrences in training that make a word one of the caption decoder's."""


@dataclass
class Captioned:
    pixels: Tensor
    """uint8 [n, 3, 224, 224]."""
    shares: Tensor
    """[n, words], see word_shares."""
    captions: Tensor
    """[n, captions, length], see encode_captions."""


@dataclass
class Data:
    train: Captioned
    dev: Captioned
    unlabelled: Tensor | None
    """uint8 [n, 3, 224, 224]; None where there are none."""
    base_rates: Tensor
    words: list[str]
    vocabulary: list[str]


def read_data(options: Namespace, device: torch.device) -> Data:
    folder = options.data / "flickr8k"
    captions = read_captions(folder)
    train = read_photos(archives(folder, "images-train-*.tar"), options.train_photos)
    dev = read_photos(archives(folder, "images-dev*.tar"), options.dev_photos)
    texts = [captions[name] for name in train.names]
    words = frequent_words(texts, PREDICTED_WORDS_COUNT)
    vocabulary = frequent_words(texts, VOCABULARY_COUNT)

    def captioned(photos) -> Captioned:
        texts = [captions[name] for name in photos.names]
        return Captioned(
            photos.pixels.to(device),
            word_shares(texts, words).to(device),
            encode_captions(texts, vocabulary).to(device),
        )

    more = sorted((options.data / "unlabelled").glob("*.tar"))
    data = Data(captioned(train), captioned(dev), None, torch.empty(0), words, vocabulary)
    data.base_rates = data.train.shares.mean(0)
    if more:
        data.unlabelled = read_photos(more, options.train_photos).pixels.to(device)
    return data


def archives(folder: Path, pattern: str) -> list[Path]:
    found = sorted(folder.glob(pattern))
    if not found:
        raise SystemExit(
            f"There is no {pattern} in {folder}. Name the folder of the data with --data or in "
            "NEGAR_DATA; CONTRIBUTING.md says how it is laid out."
        )
    return found
