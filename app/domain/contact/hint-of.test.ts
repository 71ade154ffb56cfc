import { expect, it } from 'vitest';
import { hintOf } from './hint-of';

it.each([
  ['sms', '+447700900123', { kind: 'number', ending: '123' }],
  ['voice', '+441632960456', { kind: 'number', ending: '456' }],
  ['email', 'aled.hughes@mail.example', { kind: 'email', beginning: 'al' }],
  ['email', 'jo@mail.example', { kind: 'email', beginning: 'j' }],
  ['letter', 'Aled Hughes\n1 High Street', { kind: 'home' }],
] as const)('%s to %s is known by %j', (channel, value, hint) => expect(hintOf(channel, value)).toEqual(hint));
