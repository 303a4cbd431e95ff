"""One step of training, and the state that a checkpoint holds."""

import copy
from argparse import Namespace
from pathlib import Path

import torch
from torch import Tensor, nn

from .augment import augment, mix
from .data import Data
from .decoder import SMOOTHING, SPECIAL, caption_loss, trim
from .decoder_artefact import read_decoder
from .degrade import degrade
from .evaluate import normalise
from .losses import feature_losses, logits_loss, words_loss
from .mobilenet import Features, Teacher
from .schedule import rate, resolution, rows
from .student import Student, average, starting_encoder

DEGRADED_EVERY = 3
"""Of so many photos, the student sees one degraded; the teacher sees none."""
CLIP = 1.0
CALIBRATION_BATCHES = 8


class Trainer:
    def __init__(self, options: Namespace, data: Data, teacher: Teacher, device: torch.device):
        self.options, self.data, self.teacher, self.device = options, data, teacher, device
        torch.manual_seed(options.seed)
        size = resolution(0, options.resolution, options.final_share)
        count = CALIBRATION_BATCHES if options.start != "random" else 0
        batches = [normalise(self.crops(-1 - i, size)[1]) for i in range(count)]
        encoder = starting_encoder(options.start, batches, device)
        vocabulary = len(data.vocabulary) + SPECIAL if options.caption_loss else None
        student = Student(encoder, data.base_rates.cpu(), vocabulary)
        if student.decoder and options.decoder:
            read_decoder(student.decoder, Path(options.decoder), data.vocabulary)
        self.student = student.to(device, memory_format=torch.channels_last)
        self.averaged = copy.deepcopy(self.student).requires_grad_(False).eval()
        self.optimizer = torch.optim.AdamW(
            self.student.parameter_groups(
                options.learning_rate, options.head_rate, options.weight_decay
            ),
        )
        self.step = 0
        if options.compile:
            self.student.encoder.compile()
            teacher.encoder.compile()

    def state(self) -> dict:
        return {
            "step": self.step,
            "student": self.student.state_dict(),
            "averaged": self.averaged.state_dict(),
            "optimizer": self.optimizer.state_dict(),
        }

    def load_state(self, state: dict) -> None:
        self.step = state["step"]
        self.student.load_state_dict(state["student"])
        self.averaged.load_state_dict(state["averaged"])
        self.optimizer.load_state_dict(state["optimizer"])

    def train_step(self, progress: float) -> dict[str, Tensor]:
        """Takes one step. @returns the losses, unweighted."""
        options = self.options
        # Nothing random outlives a step, so a run that goes on draws what it would have drawn.
        torch.manual_seed((options.seed << 32) + self.step)
        size = resolution(progress, options.resolution, options.final_share)
        captioned, clean = self.crops(self.step, size)
        seen = partly_degraded(clean)
        self.student.train()
        with torch.autocast(self.device.type, torch.bfloat16, enabled=self.device.type == "cuda"):
            losses = self.losses(captioned, normalise(clean), normalise(seen), progress)
        total = sum(getattr(options, name) * loss for name, loss in losses.items())
        self.optimizer.zero_grad(set_to_none=True)
        total.backward()
        nn.utils.clip_grad_norm_(self.student.parameters(), CLIP)
        for group in self.optimizer.param_groups:
            group["lr"] = group["peak"] * rate(progress)
        self.optimizer.step()
        self.step += 1
        average(self.averaged, self.student, min(options.ema, self.step / (10 + self.step)))
        return {name: loss.detach() for name, loss in losses.items()}

    def crops(self, step: int, size: int) -> tuple[Tensor, Tensor]:
        """Rows of the captioned photos, and crops in [0, 1] of these and then of other photos."""
        options, data = self.options, self.data
        others = 0
        if data.unlabelled is not None:
            others = options.batch - round(options.batch * options.captioned)
        captioned = rows(len(data.train.pixels), options.batch - others, step, options.seed)
        captioned = captioned.to(self.device)
        crops = [augment(data.train.pixels[captioned], size, options.whole)]
        if others:
            picked = rows(len(data.unlabelled), others, step, options.seed + 1).to(self.device)
            extra = augment(data.unlabelled[picked], size, options.whole)
            half = others // 2
            crops += [mix(extra[:half]), extra[half:]]
        return captioned, torch.cat(crops)

    def losses(
        self, captioned: Tensor, clean: Tensor, seen: Tensor, progress: float
    ) -> dict[str, Tensor]:
        """Of the teacher's view of photos and the student's; the first are the captioned rows."""
        options, data, student = self.options, self.data, self.student
        guide = self.teacher(clean)
        if options.start == "random" and progress < options.stagewise:
            features = student.encoder.stage_by_stage(seen, guide)
            return feature_losses(features, guide)
        features = student.encoder(seen)
        pooled, wanted = features.pooled, guide.pooled
        losses = feature_losses(features, guide)
        losses["logits"] = logits_loss(self.teacher.logits(pooled), self.teacher.logits(wanted))
        scores = student.words(pooled[: len(captioned)])
        losses["words"] = words_loss(scores, data.train.shares[captioned], data.base_rates)
        if student.decoder:
            grid = features.grid[: len(captioned)]
            grid = grid if progress >= options.caption_after else grid.detach()
            captions = trim(data.train.captions[captioned])
            logits = student.decoder(Features([], grid), captions)
            losses["caption_loss"] = caption_loss(logits, captions, SMOOTHING)
        return losses


def partly_degraded(photos: Tensor) -> Tensor:
    """A copy in which photos at regular places are degraded."""
    seen = photos.clone()
    seen[::DEGRADED_EVERY] = degrade(photos[::DEGRADED_EVERY])
    return seen
