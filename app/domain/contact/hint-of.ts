/** Enough of a number or address for its owner to know it, and for nobody else to use it. */
export type ContactHint =
  | { kind: 'number'; ending: string }
  | { kind: 'email'; beginning: string }
  /** Where the letters go. */
  | { kind: 'home' };

/**
 * @param channel the way that leads there.
 * @param value an E.164 number, an email address, or the lines of a postal address.
 */
export function hintOf(channel: 'sms' | 'email' | 'voice' | 'letter', value: string): ContactHint {
  if (channel === 'letter') return { kind: 'home' };
  if (channel !== 'email') return { kind: 'number', ending: value.slice(-3) };
  const [name = ''] = value.split('@');
  // Never the whole name, however short it is.
  return { kind: 'email', beginning: name.slice(0, Math.min(2, Math.ceil(name.length / 2))) };
}
