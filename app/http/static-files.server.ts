import express, { Router } from 'express';
import { existsSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';

const ENCODINGS = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;

/**
 * Serves the built files of a folder, each in the smallest form that the browser takes and the build has made.
 * Hashed names never change and are kept for a year. A file that has gone since (a build underneath) is simply not found.
 */
export function staticFiles(folder: string): Router {
  const files = new Set(
    existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `/${file}`) : [],
  );
  const router = Router();
  router.use((request, response, next) => {
    const { path } = request;
    if (!files.has(path) || extname(path) === '') return next();
    response.vary('Accept-Encoding');
    const smaller = ENCODINGS.find(
      ({ name, ending }) => files.has(path + ending) && request.acceptsEncodings(name) === name,
    );
    if (smaller) {
      response.type(extname(path)).set('Content-Encoding', smaller.name);
      request.url = path + smaller.ending;
    }
    next();
  });
  router.use(
    express.static(folder, {
      index: false,
      dotfiles: 'ignore',
      redirect: false,
      setHeaders: (response, file) => {
        const hashed = file.startsWith(join(folder, 'assets'));
        response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
      },
    }),
  );
  // What was asked for in its smaller form and has gone since is asked for by its own name from here on.
  router.use((request, response, next) => {
    response.removeHeader('Content-Encoding');
    request.url = request.originalUrl;
    next();
  });
  return router;
}
