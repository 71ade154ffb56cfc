/**
 * At most `count` of the choices, in order: always the first, and the rest evenly over the whole list, so that
 * somebody who cannot come this week still sees next week. All of them when there are few enough.
 */
export function spreadOut<T>(choices: readonly T[], count: number): T[] {
  if (choices.length <= count) return [...choices];
  return Array.from({ length: count }, (_, index) => choices[Math.floor((index * choices.length) / count)]!);
}
