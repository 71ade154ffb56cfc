import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '~/config.server';

const read = (file: string) => readFileSync(file, 'utf8');
/** Lines of a file that say something, with those that go on below put together. */
const linesOf = (file: string) =>
  read(file)
    .replaceAll('\\\n', ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
/** Every setting that there is. */
const SETTINGS = new Set([...read('app/settings.ts').matchAll(/^ {2}([A-Z_]+): v\./gm)].map(([, name]) => name!));
/** What only compose.yaml and Caddy read. */
const OF_COMPOSE = ['SITE', 'POSTGRES_PASSWORD'];
/** Of Node and npm. */
const OTHERS = ['NODE_ENV', 'npm_config_cache', 'npm_config_update_notifier'];

const FILLED_IN = {
  ...{ SITE: 'waymark.example', POSTGRES_PASSWORD: 'ab12'.repeat(12), METRICS_TOKEN: 'm'.repeat(16) },
  ...{ SESSION_SECRET: 'k2jQ8sVt1xLw0ZrYb7NfC4mEoHdGuPaI', DATA_KEY: '8f1e6b0c2d7a94e3'.repeat(4) },
  ...{ TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'token', TWILIO_FROM: '+447700900000' },
  SMTP_URL: 'smtps://user:password@mail.example:465',
};

describe('the example of the settings', () => {
  it('has every setting, and no other', () => {
    const named = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name!);
    expect(named.sort()).toEqual([...SETTINGS].sort());
  });
});

describe('the image', () => {
  const lines = linesOf('Dockerfile');
  const stages = lines.join('\n').split(/^FROM .*$/m);
  const [, build, final] = stages as [string, string, string];
  const copied = (stage: string, from = '') =>
    [...stage.matchAll(new RegExp(`^COPY ${from}(.+) \\S+$`, 'gm'))].flatMap(([, names]) => names!.split(' '));
  const settings = Object.fromEntries(
    [...(/^ENV (.+)$/m.exec(final)?.[1] ?? '').matchAll(/(\S+)=(\S+)/g)].map(([, name, value]) => [name, value]),
  );

  it('copies what is there, and the build gets nothing else', () => {
    const sources = copied(build).filter((name) => !name.startsWith('--'));
    expect(sources).toContain('app');
    expect(sources.filter((name) => !existsSync(name))).toEqual([]);
    const let_in = linesOf('.dockerignore').flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []));
    expect(sources.sort()).toEqual(let_in.sort());
    expect(linesOf('.dockerignore')[0]).toBe('*');
  });

  it('has what the programs and commands need to run, built before', () => {
    const taken = copied(final, '--from=build ').map((path) => path.replace('/waymark/', ''));
    expect(taken).toEqual(
      expect.arrayContaining(['package.json', 'tsconfig.json', 'node_modules', 'build', 'app', 'db']),
    );
    const made = ['node_modules', 'build'];
    expect(taken.filter((name) => !made.includes(name) && !copied(build).includes(name))).toEqual([]);
    // Every command of package.json that people are told to run in production.
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const folders = Object.values(scripts).flatMap((script) => /^tsx (commands)\//.exec(script)?.[1] ?? []);
    expect(taken).toEqual(expect.arrayContaining(folders));
    expect(build).toMatch(/npm run build && npm prune --omit=dev/);
  });

  it('runs as nobody special, in production, on the port that it names and looks at', () => {
    expect(
      /^USER (\d+):(\d+)$/m
        .exec(final)
        ?.slice(1)
        .map(Number)
        .every((id) => id > 0),
    ).toBe(true);
    expect(settings).toMatchObject({ NODE_ENV: 'production', HOST: '0.0.0.0' });
    expect(final).toContain(`EXPOSE ${settings.PORT}`);
    expect(Object.keys(settings).filter((name) => !SETTINGS.has(name) && !OTHERS.includes(name))).toEqual([]);
    expect(final).toMatch(/HEALTHCHECK [^\n]*\["node", "-e", [^\n]*process\.env\.PORT[^\n]*\/healthz/);
    // Not by a shell or npm, which would keep the signals to themselves.
    expect(final).toMatch(/^CMD \["node", .*"build\/portal\.js"\]$/m);
  });
});

describe('a portal and a worker', () => {
  const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;
  const program = /node (.*build\/(?:portal|worker)\.js)$/;

  it.each([
    ['start', 'portal'],
    ['worker', 'worker'],
  ])('npm run %s starts one with the limits that every other way has', (script, name) => {
    const words = program.exec(scripts[script]!)![1]!;
    expect(words).toContain('--max-old-space-size=');
    expect(read(`deploy/systemd/waymark-${name}.service`)).toContain(`ExecStart=/usr/bin/node ${words}\n`);
    expect(read('compose.yaml')).toContain(`command: [node, ${words.split(' ').join(', ')}]`);
  });

  it('has them in the image as well', () => {
    const words = ['node', ...program.exec(scripts.start!)![1]!.split(' ')];
    expect(read('Dockerfile')).toContain(`CMD [${words.map((word) => `"${word}"`).join(', ')}]\n`);
  });
});

describe('compose.yaml', () => {
  interface Service {
    [key: string]: unknown;
    environment?: Record<string, string>;
    command?: string[];
    volumes?: string[];
    networks?: string[];
  }
  const file = parse(read('compose.yaml'), { merge: true }) as {
    services: Record<string, Service>;
    networks: Record<string, object>;
    volumes: Record<string, object>;
  };
  const ours = Object.values(file.services).filter((service) => 'build' in service);

  it('shuts in everything that is ours', () => {
    expect(ours).toHaveLength(4);
    for (const service of ours)
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
    for (const service of Object.values(file.services)) expect(service).not.toHaveProperty('privileged');
    const open = Object.entries(file.services).filter(([, service]) => 'ports' in service);
    expect(open.map(([name]) => name)).toEqual(['caddy']);
    expect(file.services.database!.networks).toEqual(['data']);
    expect(file.networks.data).toEqual({ internal: true });
  });

  it('names settings, files, volumes and programs that exist', () => {
    for (const { environment, command, volumes } of Object.values(file.services)) {
      for (const [name] of (volumes ?? []).map((volume) => volume.split(':')))
        expect(name!.startsWith('./') ? existsSync(name!) : name! in file.volumes, name).toBe(true);
      const programs = (command ?? []).filter((word) => /\.(ts|js)$/.test(word) && !word.startsWith('build/'));
      expect(programs.filter((name) => !existsSync(name))).toEqual([]);
      const named = Object.keys(environment ?? {}).filter((name) => !/^(POSTGRES_|SITE$)/.test(name));
      expect(named.filter((name) => !SETTINGS.has(name) && !OTHERS.includes(name))).toEqual([]);
    }
  });

  it('makes settings that production accepts, of an example that is filled in', () => {
    const example = [...read('deploy/waymark.env.example').matchAll(/^([A-Z_]+)=(.*)$/gm)];
    const names = example.map(([, name]) => name!);
    expect(names.filter((name) => !SETTINGS.has(name) && !OF_COMPOSE.includes(name))).toEqual([]);
    const values = Object.fromEntries(example.map(([, name, value]) => [name, value!.replaceAll('"', '')]));
    const env: Record<string, string> = { ...values, ...FILLED_IN };
    const interpolated = Object.entries(file.services.portal!.environment!).map(([name, value]) => [
      name,
      value.replace(/\$\{(\w+)(:\?[^}]*)?\}/g, (_, variable: string) => env[variable] ?? ''),
    ]);
    const config = readConfig({ ...env, ...Object.fromEntries(interpolated) }, 'production');
    expect(config).toMatchObject({ publicUrl: 'https://waymark.example', trustProxy: 1, port: 3000 });
    expect(read('deploy/compose.Caddyfile')).toContain(`dynamic a portal ${config.port}`);
  });
});

describe('the units of systemd', () => {
  const folder = 'deploy/systemd';
  const units = readdirSync(folder);
  const services = units.filter((name) => name.endsWith('.service'));

  it.each(services)('%s runs something that exists, shut in and as nobody special', (name) => {
    const lines = linesOf(join(folder, name));
    const values = (key: string) => lines.flatMap((line) => (line.startsWith(`${key}=`) ? [line.slice(key.length + 1)] : [])); // prettier-ignore
    for (const command of values('ExecStart'))
      for (const path of command.split(' ').filter((word) => /^(?!build\/)[\w-]+\//.test(word)))
        expect(existsSync(path), path).toBe(true);
    expect(values('User')).toEqual(['waymark']);
    expect(values('Environment')).toContain('NODE_ENV=production');
    expect(values('ProtectSystem')).toEqual(['strict']);
    expect(values('NoNewPrivileges')).toEqual(['true']);
    // V8 compiles to memory that it then runs.
    expect(values('MemoryDenyWriteExecute')).toEqual([]);
    for (const page of values('Documentation').map((url) => url.replace('file:/opt/waymark/', '')))
      expect(existsSync(page), page).toBe(true);
  });

  it('has a service for every timer', () => {
    const timers = units.filter((name) => name.endsWith('.timer'));
    expect(timers).not.toHaveLength(0);
    expect(timers.filter((name) => !services.includes(name.replace('.timer', '.service')))).toEqual([]);
  });
});
