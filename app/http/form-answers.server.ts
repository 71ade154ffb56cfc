import * as v from 'valibot';

/** The first value of every field of a form, as text. */
export async function readAnswers(request: Request): Promise<Record<string, string>> {
  const form = await request.formData();
  return Object.fromEntries([...form.keys()].map((name) => [name, textOf(form.get(name))]));
}

const textOf = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value : '');

/** What a form says, checked against a schema; null when it does not fit. */
export async function parseAnswers<S extends v.GenericSchema>(
  request: Request,
  schema: S,
): Promise<v.InferOutput<S> | null> {
  const parsed = v.safeParse(schema, await readAnswers(request));
  return parsed.success ? parsed.output : null;
}
