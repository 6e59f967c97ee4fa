/** The first free `q<n>`; ids stay when questions are removed. @example nextQuestionId([{ questionId: 'q1' }]) // => 'q2' */
export function nextQuestionId(quiz: readonly { readonly questionId: string }[]): string {
  const taken = new Set(quiz.map(({ questionId }) => questionId));
  let number = quiz.length + 1;
  while (taken.has(`q${number}`)) number += 1;
  return `q${number}`;
}
