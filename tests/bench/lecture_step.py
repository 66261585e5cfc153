"""The lecture's training step in Python; takes turns with others, line by line:

library KIND               -> its library's version, or none where it is not installed
counts SIZE N...           the bigrams to train on, by their counts, row-major    -> ok
weights KIND STEPS W...    starts at W                                 -> the weights after so many steps, row-major
step KIND MS               takes steps for so many milliseconds        -> nanoseconds a step, of the fastest

KIND is torch_lecture (as it is taught), torch_cross_entropy (with F.cross_entropy instead) or numpy_lecture (as it is
taught, with the gradient written out).
"""

import importlib
import sys
import time

RATE = 50.0
L2 = 0.01


def expand(size, counts):
    """The bigrams one by one, in no order."""
    import numpy

    cells = numpy.repeat(numpy.arange(size * size), counts)
    numpy.random.default_rng(1).shuffle(cells)
    return cells // size, cells % size


class Torch:
    def __init__(self, size, counts):
        import torch
        import torch.nn.functional

        self.torch, self.functional, self.size = torch, torch.nn.functional, size
        self.xs, self.ys = (torch.from_numpy(each) for each in expand(size, counts))

    def start(self, weights):
        self.weights = self.torch.tensor(weights).reshape(self.size, self.size).requires_grad_()

    def data_loss(self, logits):
        counts = logits.exp()
        probs = counts / counts.sum(1, keepdims=True)
        return -probs[self.torch.arange(len(self.ys)), self.ys].log().mean()

    def step(self):
        inputs = self.functional.one_hot(self.xs, num_classes=self.size).float()
        loss = self.data_loss(inputs @ self.weights) + L2 * (self.weights**2).mean()
        self.weights.grad = None
        loss.backward()
        self.weights.data += -RATE * self.weights.grad

    def result(self):
        return self.weights.flatten().tolist()


class TorchCrossEntropy(Torch):
    def data_loss(self, logits):
        return self.functional.cross_entropy(logits, self.ys)


class Numpy:
    def __init__(self, size, counts):
        import numpy

        self.numpy, self.size = numpy, size
        self.xs, self.ys = expand(size, counts)

    def start(self, weights):
        self.weights = self.numpy.array(weights, self.numpy.float32).reshape(self.size, self.size)

    def step(self):
        inputs = self.numpy.eye(self.size, dtype=self.numpy.float32)[self.xs]
        counts = self.numpy.exp(inputs @ self.weights)
        probs = counts / counts.sum(1, keepdims=True)
        probs[self.numpy.arange(len(self.ys)), self.ys] -= 1
        slopes = inputs.T @ (probs / len(self.ys)) + 2 * L2 * self.weights / self.weights.size
        self.weights -= RATE * slopes

    def result(self):
        return self.weights.flatten().tolist()


KINDS = {"torch_lecture": Torch, "torch_cross_entropy": TorchCrossEntropy, "numpy_lecture": Numpy}


def measure(kind, seconds):
    """The fastest step's time."""
    kind.step()
    fastest = float("inf")
    start = time.perf_counter()
    end = start + seconds
    while start < end:
        kind.step()
        now = time.perf_counter()
        fastest = min(fastest, now - start)
        start = now
    return fastest * 1e9


def version(kind):
    try:
        return importlib.import_module(kind.split("_")[0]).__version__
    except ImportError:
        return "none"


def main():
    table = None
    kinds = {}
    for line in sys.stdin:
        command, *words = line.split()
        if command == "library":
            answer = version(words[0])
        elif command == "counts":
            table = int(words[0]), [int(word) for word in words[1:]]
            answer = "ok"
        elif command == "weights":
            kind = kinds[words[0]] = KINDS[words[0]](*table)
            kind.start([float(word) for word in words[2:]])
            for _ in range(int(words[1])):
                kind.step()
            answer = " ".join(str(weight) for weight in kind.result())
        else:
            answer = measure(kinds[words[0]], float(words[1]) / 1e3)
        print(answer, flush=True)


main()
