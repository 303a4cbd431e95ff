"""Photos straight from tar archives, and what people wrote about them."""

import io
import re
import tarfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from PIL import Image
from torch import Tensor

SIZE = 224


class Photos(NamedTuple):
    names: list[str]
    pixels: Tensor
    """uint8 [n, 3, 224, 224]; smaller photos are enlarged."""


def read_photos(archives: list[Path], limit: int | None = None, threads: int = 4) -> Photos:
    """Photos of tar archives, in their order; at most `limit`."""
    files = [file for archive in archives for file in files_of(archive)][:limit]
    pixels = torch.empty((len(files), 3, SIZE, SIZE), dtype=torch.uint8)

    def place(index: int) -> None:
        pixels[index] = decode(files[index][1])

    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(place, range(len(files))))
    return Photos([name for name, _ in files], pixels)


def files_of(archive: Path) -> list[tuple[str, bytes]]:
    with tarfile.open(archive) as tar:
        members = [member for member in tar if member.isfile()]
        return [(Path(member.name).name, tar.extractfile(member).read()) for member in members]


def decode(jpeg: bytes) -> Tensor:
    image = Image.open(io.BytesIO(jpeg)).convert("RGB")
    if image.size != (SIZE, SIZE):
        image = image.resize((SIZE, SIZE), Image.Resampling.BICUBIC)
    return torch.from_numpy(np.array(image)).permute(2, 0, 1)


def read_captions(folder: Path) -> dict[str, list[list[str]]]:
    """Tokenised captions of each photo of Flickr8k; `models/text/tokenizer.ts` makes the same tokens."""
    captions: dict[str, list[list[str]]] = {}
    for line in (folder / "captions.tsv").read_text().splitlines():
        name, caption = line.split("\t")
        captions.setdefault(name, []).append(tokenize(caption))
    return captions


def tokenize(text: str) -> list[str]:
    return re.findall(r"'[a-z0-9]*|[a-z0-9]+", text.lower())


def frequent_words(captions: list[list[list[str]]], min_count: int) -> list[str]:
    """Words that occur at least `min_count` times, by falling count, then alphabetically."""
    counts = Counter(word for photo in captions for caption in photo for word in caption)
    kept = [word for word, count in counts.items() if count >= min_count]
    return sorted(kept, key=lambda word: (-counts[word], word))


def word_shares(captions: list[list[list[str]]], words: list[str]) -> Tensor:
    """[photos, words]: the share of a photo's captions that have a word."""
    index = {word: i for i, word in enumerate(words)}
    shares = torch.zeros(len(captions), len(words))
    for row, photo in enumerate(captions):
        for caption in photo:
            for word in set(caption):
                if word in index:
                    shares[row, index[word]] += 1 / len(photo)
    return shares
