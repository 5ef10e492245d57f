/** What was found on the test pictures. */
export interface TransferScore {
  fineAccuracy: number;
  coarseAccuracy: number;
  macroF1: number;
}

/**
 * @param truths label of each test picture
 * @param answers label that the model finds likeliest
 * @param coarseOf family of a label; an answer is right on the coarse level when it is of the true family
 */
export function scoreTransfer(
  truths: readonly number[],
  answers: readonly number[],
  coarseOf: (label: number) => number,
): TransferScore {
  const share = (isRight: (index: number) => boolean) =>
    truths.filter((_, index) => isRight(index)).length / truths.length;
  const classes = [...new Set(truths)];
  const f1s = classes.map((label) => {
    const support = truths.filter((truth) => truth === label).length;
    const predicted = answers.filter((answer) => answer === label).length;
    const right = truths.filter((truth, index) => truth === label && answers[index] === label).length;
    return (2 * right) / (support + predicted);
  });
  return {
    fineAccuracy: share((index) => truths[index] === answers[index]),
    coarseAccuracy: share((index) => coarseOf(truths[index]!) === coarseOf(answers[index]!)),
    macroF1: f1s.reduce((sum, f1) => sum + f1, 0) / f1s.length,
  };
}
