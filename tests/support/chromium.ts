import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Chromium without what a person would see of it: the same engine, and the journeys take half the time. */
const WITHOUT_A_WINDOW = 'chromium-headless-shell';
const NAMES = [WITHOUT_A_WINDOW, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Flags for a browser that talks to this machine only, and runs as root in a container. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-quic',
  '--no-first-run',
];

/** The browser that tests drive, or null when this machine has none. */
export const findChromium = (): string | null => findFirst(NAMES);

function findFirst(names: string[]): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...ELSEWHERE];
  return candidates.find((file) => existsSync(file)) ?? null;
}

/** The whole browser, which can go on where it left off and reopen tabs; null when this machine has none. */
export const findWholeChromium = (): string | null => findFirst(NAMES.filter((name) => name !== WITHOUT_A_WINDOW));

/** True when the browser that tests drive is the one without a window. */
export const hasQuickChromium = (): boolean => findChromium()?.endsWith(WITHOUT_A_WINDOW) ?? false;
