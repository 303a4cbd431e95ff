"""Trains the encoder by distillation; see docs/training.md."""

import signal
import time
from argparse import Namespace

import torch
from torch import Tensor

from distil.data import read_data
from distil.evaluate import Evaluation
from distil.options import parse_options
from distil.run import RunFolder
from distil.schedule import rate, resolution
from distil.tfjs import read_teacher
from distil.trainer import Trainer

LOG_STEPS = 50
CHECKPOINT_MINUTES = 5


class Session:
    """This call of the program, from its start or the last checkpoint to its end or Ctrl-C."""

    def __init__(self, options: Namespace):
        self.options = options
        self.began = time.monotonic()
        self.device = torch.device(device_name(options))
        torch.set_num_threads(options.threads)
        torch.backends.cudnn.benchmark = True
        self.run = RunFolder(options.out)
        data = read_data(options, self.device)
        teacher = read_teacher(options.data / "mobilenet_v2_1.0_224").to(
            self.device, memory_format=torch.channels_last
        )
        self.evaluation = Evaluation(teacher, data.dev)
        self.trainer = Trainer(options, data, teacher, self.device)
        self.trained_since, self.minutes_before = time.monotonic(), 0.0
        self.stopping = False
        self.losses: list[dict[str, Tensor]] = []
        self.resume()
        self.logged_at = self.trained_since = time.monotonic()

    def resume(self) -> None:
        found = self.run.load_checkpoint(self.options, self.device)
        if found:
            self.minutes_before, state = found
            self.trainer.load_state(state)

    def minutes(self) -> float:
        """Minutes of training, earlier calls counted in."""
        return self.minutes_before + (time.monotonic() - self.trained_since) / 60

    def progress(self) -> float:
        if self.options.steps:
            return min(1, (self.trainer.step + 0.5) / self.options.steps)
        return min(1, self.minutes() / self.options.minutes)

    def is_done(self) -> bool:
        if self.options.steps:
            return self.trainer.step >= self.options.steps
        return self.minutes() >= self.options.minutes

    def must_stop(self) -> bool:
        limit = self.options.stop_after
        return self.stopping or (limit and time.monotonic() - self.began > limit * 60)

    def stop(self, *_: object) -> None:
        self.stopping = True

    def train(self) -> None:
        if self.trainer.step == 0:
            self.evaluate()
        evaluated = int(self.progress() * self.options.evaluations)
        saved = time.monotonic()
        while not self.is_done() and not self.must_stop():
            progress = self.progress()
            self.losses.append(self.trainer.train_step(progress))
            if self.trainer.step % LOG_STEPS == 0:
                self.log_losses(progress)
            if int(progress * self.options.evaluations) > evaluated:
                evaluated = int(progress * self.options.evaluations)
                self.evaluate()
            if time.monotonic() - saved > CHECKPOINT_MINUTES * 60:
                self.save()
                saved = time.monotonic()
        if self.is_done():
            self.evaluate()
        self.save()

    def evaluate(self) -> None:
        measures = self.evaluation.measure(self.trainer.averaged)
        self.run.log(step=self.trainer.step, minutes=self.minutes(), **measures)

    def log_losses(self, progress: float) -> None:
        """Means since the last line."""
        options, now = self.options, time.monotonic()
        crops = len(self.losses) * options.batch
        means = {
            name: torch.stack([losses[name] for losses in self.losses]).mean().item()
            for name in self.losses[-1]
            if name in self.losses[0]
        }
        if any(mean != mean for mean in means.values()):
            raise SystemExit(
                f"A loss is not a number at step {self.trainer.step}: {means}. The checkpoint is from "
                "before; start again from its encoder with a lower --learning-rate."
            )
        self.run.log(
            step=self.trainer.step,
            minutes=self.minutes(),
            resolution=resolution(progress, options.resolution, options.final_share),
            learning_rate=options.learning_rate * rate(progress),
            crops_per_second=crops / (now - self.logged_at),
            **means,
        )
        self.losses, self.logged_at = [], now

    def save(self) -> None:
        self.run.save_checkpoint(self.options, self.minutes(), self.trainer.state())
        self.run.write_networks(self.trainer.averaged, self.trainer.data.vocabulary)
        crops = self.trainer.step * self.options.batch
        name = torch.cuda.get_device_name() if self.device.type == "cuda" else "CPU"
        self.run.write_about(self.options, self.minutes(), crops, name)


def device_name(options: Namespace) -> str:
    if options.device != "auto":
        return options.device
    return "cuda" if torch.cuda.is_available() else "cpu"


def main() -> None:
    session = Session(parse_options())
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, session.stop)
    session.train()


if __name__ == "__main__":
    main()
