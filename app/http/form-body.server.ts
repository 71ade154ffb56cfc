import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler } from 'express';
import type { Refusal } from '~/i18n/refusals';
import { fieldNames, isForbiddenName, isWellEncoded } from './text-encoding.server';
import { refuse } from './refuse.server';

/** Source: docs/security.md, input. */
const MOST_BYTES = 64 * 1024;
const MOST_FIELDS = 100;
/** The one address to which files are sent, and how large they may be. A file has its own limits besides, see docs/import.md. */
const FILES_TO = '/staff/office/import';
const MOST_FILE_BYTES = 4 * 1024 * 1024;
/** A body that is too long is read to here, so that the browser gets to see the answer; then the line is cut. */
const PATIENCE_BYTES = 8 * 1024 * 1024;

/**
 * Reads the form of a POST whole, refuses what is too large or malformed, and leaves the bytes in
 * `response.locals.form` and their type in `response.locals.formType` for `remixHandler`. One form sends a file.
 */
export const formBody: RequestHandler = (request, response, next) => {
  if (request.method !== 'POST') return next();
  const type = request.get('content-type') ?? '';
  const hasFile = request.path === FILES_TO && MULTIPART.test(type);
  readBody(request, hasFile ? MOST_FILE_BYTES : MOST_BYTES).then((bytes) => {
    const refusal = bytes === null ? 'too_long' : hasFile ? null : (refuseType(request, bytes) ?? refuseContent(bytes));
    if (bytes === null) response.set('Connection', 'close');
    if (refusal) return refuse(response, refusal);
    response.locals.form = bytes;
    response.locals.formType = hasFile ? type : FORM;
    next();
  }, next);
};

const FORM = 'application/x-www-form-urlencoded';
/** With the boundary that every browser writes, and nothing else. */
const MULTIPART = /^multipart\/form-data; ?boundary=[-\w'()+,./:=?]{1,70}$/i;

function refuseType(request: Request, bytes: Buffer): Refusal | null {
  if ((request.get('content-encoding') ?? 'identity') !== 'identity') return 'wrong_type';
  const declared = request.get('content-type');
  if (declared === undefined && bytes.length === 0) return null;
  const [type = '', ...parameters] = (declared ?? '').toLowerCase().split(';');
  if (type.trim() !== FORM) return 'wrong_type';
  const charset = parameters.map((one) => one.trim()).find((one) => one.startsWith('charset='));
  return charset && !/^charset="?utf-8"?$/.test(charset) ? 'wrong_type' : null;
}

function refuseContent(bytes: Buffer): Refusal | null {
  if (!isUtf8(bytes)) return 'bad_request';
  const text = bytes.toString('utf8');
  if (!isWellEncoded(text)) return 'bad_request';
  const names = fieldNames(text);
  if (names.length > MOST_FIELDS) return 'too_many_fields';
  return names.some(isForbiddenName) ? 'bad_request' : null;
}

/** @returns null when there are more bytes than a form may have. Rejects when the visitor hangs up. */
function readBody(request: IncomingMessage, most: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    if (Number(request.headers['content-length'] ?? 0) > PATIENCE_BYTES) return resolve(null);
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= most) chunks.push(chunk);
      else chunks.length = 0;
      if (size > PATIENCE_BYTES) resolve(null);
    });
    request.on('end', () => resolve(size <= most ? Buffer.concat(chunks) : null));
    request.on('error', () => reject(new HungUp()));
    request.on('close', () => reject(new HungUp()));
  });
}

/** The visitor went away in the middle: nobody to answer, and nothing to report. */
class HungUp extends Error {
  readonly status = 400;
}
