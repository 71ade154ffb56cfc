import type { NotifyNotification } from './notify-server';

/** Calls our webhook as Notify does. @param token another one makes a forgery, null sends none. */
export function callNotifyWebhook(url: string, fields: unknown, token: string | null): Promise<Response> {
  const body = typeof fields === 'string' ? fields : JSON.stringify(fields);
  const headers = new Headers({ 'content-type': 'application/json' });
  if (token !== null) headers.set('authorization', `Bearer ${token}`);
  return fetch(`${url}/webhooks/notify`, { method: 'POST', headers, body });
}

/** A delivery receipt with every field that Notify documents. */
export function receiptOf(
  one: Pick<NotifyNotification, 'id' | 'reference' | 'to' | 'type' | 'templateId'>,
  status: string,
) {
  const at = '2026-11-23T10:00:00.000000Z';
  return {
    id: one.id,
    reference: one.reference,
    to: one.to,
    status,
    created_at: at,
    completed_at: at,
    sent_at: at,
    notification_type: one.type,
    template_id: one.templateId,
    template_version: 1,
  };
}

/** A text that somebody sent to the service, with every field that Notify documents. */
export function inboundText(fields: { id: string; from: string; message: string }) {
  return {
    id: fields.id,
    source_number: fields.from,
    destination_number: '07700900999',
    message: fields.message,
    date_received: '2026-11-23T10:05:00.000000Z',
  };
}
