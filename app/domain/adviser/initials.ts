/** Two letters that stand for a person where a picture would: of the first name and the last word of the last. */
export function initialsOf({ firstName, lastName }: { firstName: string; lastName: string }): string {
  const words = [firstName.trim(), lastName.trim().split(/\s+/).at(-1) ?? ''];
  return words.map((word) => (/\p{L}\p{M}*/u.exec(word)?.[0] ?? '').toLocaleUpperCase('en')).join('');
}
