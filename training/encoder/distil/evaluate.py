"""How near a student is to the teacher, and what its features say of captions, on dev photos."""

from typing import Iterator

import torch
import torch.nn.functional as F
from torch import Tensor

from .data import Captioned
from .decoder import caption_loss
from .losses import mean_average_precision
from .mobilenet import Teacher
from .student import Student

BATCH = 50


def normalise(photos: Tensor) -> Tensor:
    """[0, 1] to what the networks read, [-1, 1], with the channels last in memory."""
    return (photos * 2 - 1).contiguous(memory_format=torch.channels_last)


class Evaluation:
    """Remembers the teacher's features, [n, 1280, 7, 7] in float16."""

    @torch.no_grad()
    def __init__(self, teacher: Teacher, dev: Captioned):
        self.teacher, self.dev = teacher, dev
        self.grids = torch.cat([teacher(photos).grid.half() for photos in self.batches()])

    def batches(self) -> Iterator[Tensor]:
        for pixels in self.dev.pixels.split(BATCH):
            yield normalise(pixels.float() / 255)

    @torch.no_grad()
    def measure(self, student: Student) -> dict[str, float]:
        """grid_error: squared error over the teacher's variance. top1: share of same classes."""
        student.eval()
        mean = torch.stack([grid.float().mean((1, 2)) for grid in self.grids]).mean(0)
        error = total = cosine = agreement = 0.0
        scores, losses = [], []
        for i, photos in enumerate(self.batches()):
            place = slice(i * BATCH, i * BATCH + len(photos))
            features, expected = student.encoder(photos), self.grids[place].float()
            error += (features.grid - expected).square().sum().item()
            total += (expected - mean[:, None, None]).square().sum().item()
            pooled, wanted = features.pooled, expected.mean((2, 3))
            cosine += F.cosine_similarity(pooled, wanted).sum().item()
            classes = (self.teacher.logits(x).argmax(1) for x in (pooled, wanted))
            agreement += torch.eq(*classes).sum().item()
            scores.append(student.words(pooled))
            if student.decoder:
                captions = self.dev.captions[place]
                logits = student.decoder(features, captions)
                losses.append(caption_loss(logits, captions, 0) * len(photos))
        count = len(self.grids)
        measures = {
            "grid_error": error / total,
            "pooled_cosine": cosine / count,
            "top1": agreement / count,
            "word_map": mean_average_precision(torch.cat(scores), self.dev.shares > 0),
        }
        if losses:
            measures["caption_nats"] = torch.stack(losses).sum().item() / count
        return measures
