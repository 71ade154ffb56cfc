import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviceOf } from './device';

const MOZILLA = 'Mozilla/5.0';
const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';

describe('a device, as its owner would name it', () => {
  it.each([
    [`${MOZILLA} (Linux; Android 10; K) ${WEBKIT} Chrome/131.0.0.0 Mobile Safari/537.36`, 'Chrome, Android'],
    [`${MOZILLA} (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/131.0.0.0 Safari/537.36 Edg/131.0`, 'Edge, Windows'],
    [
      `${MOZILLA} (iPhone; CPU iPhone OS 15_8 like Mac OS X) ${WEBKIT} Version/15.6 Mobile/15E148 Safari/604.1`,
      'Safari, iPhone',
    ],
    [`${MOZILLA} (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${WEBKIT} CriOS/131.0 Safari/604.1`, 'Chrome, iPhone'],
    [`${MOZILLA} (X11; CrOS x86_64 14541.0.0) ${WEBKIT} Chrome/131.0.0.0 Safari/537.36`, 'Chrome, Chromebook'],
    [`${MOZILLA} (Android 14; Mobile; rv:133.0) Gecko/133.0 Firefox/133.0`, 'Firefox, Android'],
    [
      `${MOZILLA} (Linux; Android 13; SAMSUNG SM-A536B) ${WEBKIT} SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36`,
      'Samsung Internet, Android',
    ],
    [`${MOZILLA} (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT} Version/17.6 Safari/605.1.15`, 'Safari, Mac'],
    ['something of its own (Windows NT 6.1)', 'Windows'],
    ['curl/8.5.0', ''],
    ['', ''],
  ])('%s is %s', (userAgent, device) => expect(deviceOf(userAgent)).toBe(device));

  it('is never anything that the browser has written itself', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(deviceOf(`${text} Chrome/1 Android`)).toMatch(/^[A-Z][A-Za-z ]+, [A-Za-z]+$/);
      }),
    );
  });
});
