import type { Request, Response } from 'express';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Below this there is nothing to be saved: it goes in one packet anyway (bytes). */
const LEAST = 1_024;
/** Measured with the pages there are: docs/bench.md. */
const BROTLI_QUALITY = 5;
const GZIP_LEVEL = 6;

/**
 * Compresses a page into the smallest form that its browser takes, and says so in the headers. At once and in one piece: to hand it to a stream, and
 * that to another thread, takes longer than the page does. The `compression` middleware leaves alone what is encoded.
 */
export function compressPage(request: Request, response: Response, page: Buffer): Buffer {
  if (page.length < LEAST || request.method === 'HEAD') return page;
  // Browsers name gzip first, and take either.
  const encoding = (['br', 'gzip'] as const).find((one) => request.acceptsEncodings(one) === one);
  if (!encoding) return page;
  response.vary('Accept-Encoding');
  response.setHeader('Content-Encoding', encoding);
  if (encoding === 'gzip') return gzipSync(page, { level: GZIP_LEVEL });
  return brotliCompressSync(page, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: page.length,
    },
  });
}
