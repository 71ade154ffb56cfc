const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id that a form brought for what it writes; null when it cannot be one. */
export function formKeyIn({ key = '' }: Record<string, string>): string | null {
  return ID.test(key) ? key : null;
}

/** An instant (ms) that a form brought; 0 when it cannot be one. */
export function instantIn(text: string | undefined): number {
  return /^\d{1,15}$/.test(text ?? '') ? Number(text) : 0;
}

/** Which page of a long list is asked for, from 1 on. */
export function pageIn(url: URL): number {
  const text = url.searchParams.get('page') ?? '';
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1;
}
