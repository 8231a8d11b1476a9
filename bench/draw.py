"""Chance that is the same each time, for the generators of reports."""


class Draw:
    """Knuth's MMIX generator; the high bits."""

    def __init__(self, seed):
        self.x = seed

    def below(self, n):
        self.x = (self.x * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.x >> 33) % n

    def one(self, of):
        return of[self.below(len(of))]
