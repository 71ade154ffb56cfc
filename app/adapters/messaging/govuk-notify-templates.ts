import type { NotifyClient } from 'notifications-node-client';

/** Notify sends templates only. Ours are a frame for whole texts: docs/runbooks/notify.md says how to make them. */
export const NOTIFY_TEMPLATES = {
  sms: { name: 'Waymark text', placeholders: ['body'] },
  email: { name: 'Waymark email', placeholders: ['subject', 'body'] },
} as const;

type Templated = keyof typeof NOTIFY_TEMPLATES;

/** Finds a template by its name, and keeps its id until it is forgotten. What was not found is looked for again. */
export function createTemplates() {
  const known = new Map<Templated, string>();
  return {
    /** @returns its id, or null when the service has none that is fit. @throws as the client does. */
    async find(channel: Templated, client: NotifyClient): Promise<string | null> {
      const kept = known.get(channel);
      if (kept) return kept;
      const { data } = await client.getAllTemplates(channel);
      const { name, placeholders } = NOTIFY_TEMPLATES[channel];
      const found = data.templates.find(
        (one) =>
          one.name.trim().toLowerCase() === name.toLowerCase() &&
          placeholders.every((word) => `${one.subject ?? ''} ${one.body}`.includes(`((${word}))`)),
      );
      if (found) known.set(channel, found.id);
      return found?.id ?? null;
    },
    /** Somebody may have changed it in Notify: the next message looks anew. */
    forget: (channel: Templated) => void known.delete(channel),
  };
}

export type NotifyTemplates = ReturnType<typeof createTemplates>;
