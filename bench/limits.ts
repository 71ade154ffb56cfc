import { readFileSync } from 'node:fs';

/** The limits of memory with which `npm run NAME` starts Node. */
export function limitsOf(name: string): string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  return scripts[name]!.split(' ').filter((word) => word.startsWith('--'));
}
