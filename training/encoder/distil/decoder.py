"""A caption decoder whose loss tunes the encoder; it computes what models/captioner/decoder.ts does."""

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .mobilenet import FEATURES, Features

PAD, START, END, UNKNOWN = range(4)
SPECIAL_WORDS = ["<pad>", "<start>", "<end>", "<unk>"]
SPECIAL = len(SPECIAL_WORDS)
LONGEST = 24
"""Words of a caption beyond these are cut."""
EMBEDDING, HIDDEN, ATTENTION = 256, 384, 256
DROP_EMBEDDING, DROP_EVIDENCE, DROP_READOUT = 0.3, 0.5, 0.3
SMOOTHING = 0.1


class CaptionDecoder(nn.Module):
    """An LSTM seeded with the pooled vector, whose hidden states attend over the grid."""

    def __init__(self, vocabulary: int):
        super().__init__()
        self.embedding = nn.Embedding(vocabulary, EMBEDDING)
        nn.init.normal_(self.embedding.weight, std=EMBEDDING**-0.5)
        self.seeds = nn.Linear(FEATURES, 2 * HIDDEN)
        self.lstm = nn.LSTM(EMBEDDING, HIDDEN, batch_first=True)
        self.keys = nn.Linear(FEATURES, ATTENTION)
        self.values = nn.Linear(FEATURES, ATTENTION)
        self.query = nn.Linear(HIDDEN, ATTENTION)
        self.readout = nn.Linear(HIDDEN + ATTENTION, EMBEDDING)
        self.bias = nn.Parameter(torch.zeros(vocabulary))

    def forward(self, features: Features, captions: Tensor) -> Tensor:
        """Logits [n, captions, length - 1, vocabulary] of the words after each of [n, captions, length]."""
        n, count, length = captions.shape
        words = self.embedding(captions[:, :, :-1].reshape(n * count, length - 1))
        states = self.seeds(features.pooled).tanh().repeat_interleave(count, 0).chunk(2, 1)
        seeded = tuple(state[None].contiguous() for state in states)
        hidden, _ = self.lstm(F.dropout(words, DROP_EMBEDDING, self.training), seeded)
        context = self.attend(hidden.reshape(n, count * (length - 1), HIDDEN), features.grid)
        evidence = torch.cat([hidden, context.reshape(*hidden.shape[:2], ATTENTION)], -1)
        readout = self.readout(F.dropout(evidence, DROP_EVIDENCE, self.training)).tanh()
        readout = F.dropout(readout, DROP_READOUT, self.training)
        logits = F.linear(readout, self.embedding.weight, self.bias)
        return logits.view(n, count, length - 1, -1)

    def attend(self, hidden: Tensor, grid: Tensor) -> Tensor:
        cells = grid.flatten(2).transpose(1, 2)
        scores = self.query(hidden) @ self.keys(cells).transpose(1, 2) / math.sqrt(ATTENTION)
        return scores.softmax(-1) @ self.values(cells).tanh()


def caption_loss(logits: Tensor, captions: Tensor, smoothing: float) -> Tensor:
    """Cross-entropy of the words after START, nats a word."""
    return F.cross_entropy(
        logits.flatten(0, 2).float(),
        captions[:, :, 1:].flatten(),
        ignore_index=PAD,
        label_smoothing=smoothing,
    )


def encode_captions(captions: list[list[list[str]]], words: list[str]) -> Tensor:
    """[photos, captions, LONGEST + 2] ids, where a word's id is its place plus SPECIAL."""
    ids = {word: i + SPECIAL for i, word in enumerate(words)}
    count = max(len(photo) for photo in captions)
    encoded = torch.full((len(captions), count, LONGEST + 2), PAD)
    for row, photo in enumerate(captions):
        for column, caption in enumerate(photo):
            line = [START, *(ids.get(word, UNKNOWN) for word in caption[:LONGEST]), END]
            encoded[row, column, : len(line)] = torch.tensor(line)
    return encoded


def trim(captions: Tensor) -> Tensor:
    """Cuts off the places that are padding in every caption."""
    return captions[:, :, : int((captions != PAD).sum(-1).max())]
