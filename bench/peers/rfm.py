"""The quintile scores of bench/rfm-score.bench.ts by pandas: reads columns, times one run, writes the answer."""

import sys
import time

import numpy as np
import pandas as pd

folder, as_of = sys.argv[1], int(sys.argv[2])
frame = pd.DataFrame(
    {
        "customer": np.fromfile(f"{folder}/customers.bin", dtype="<u4"),
        "day": np.fromfile(f"{folder}/days.bin", dtype="<i4"),
        "amount": np.fromfile(f"{folder}/amounts.bin", dtype="<f8"),
    }
)


def score(purchases):
    by = purchases.groupby("customer", sort=True)
    last = by["day"].max()
    counts = by.size()
    sums = by["amount"].sum()

    def classes(values, plus):
        cuts = np.round(np.quantile(values, [0.2, 0.4, 0.6, 0.8]), 6) + plus
        return np.searchsorted(cuts, values, side="right")

    recency = (as_of - last).to_numpy()
    return (
        100 * (5 - classes(recency, 1))
        + 10 * (1 + classes(counts.to_numpy(), 1))
        + (1 + classes(sums.to_numpy(), 100))
    )


score(frame)
started = time.perf_counter()
scores = score(frame)
print((time.perf_counter() - started) * 1000)
scores.astype("<u2").tofile(f"{folder}/pandas.answer")
