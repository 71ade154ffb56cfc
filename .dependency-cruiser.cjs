/**
 * The import table of docs/architecture.md, one named rule for each row. Paths are from the project's root.
 * A rule says what a room may import from this project (`own`) and from packages (`packages`).
 */
const row = (name, from, { own, packages }) => {
  const rules = [
    {
      name: `${name}-own`,
      comment: `${name} may import only ${own.join(', ')}`,
      severity: 'error',
      from: { path: from, pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(app|db|jobs|commands|scripts|tests|server\\.ts)', pathNot: own },
    },
  ];
  if (packages) {
    rules.push({
      name: `${name}-packages`,
      comment: `${name} may use only these packages: ${packages.join(', ') || 'none'}`,
      severity: 'error',
      from: { path: from, pathNot: '\\.test\\.tsx?$' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-peer', 'npm-optional', 'npm-no-pkg', 'core'],
        pathNot: packages.length ? packages : ['^$'],
      },
    });
  }
  return rules;
};

/** What may be imported from a room only as a type: interfaces, not the things behind them. */
const typesOnly = (name, from, to) => ({
  name: `${name}-types-only`,
  comment: `${name} may import only types from ${to}`,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.tsx?$' },
  to: { path: to, dependencyTypesNot: ['type-only'] },
});

const packages = (...names) => names.map((name) => `node_modules/${name}/`);

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...row('domain', '^app/domain/', { own: ['^app/domain/'], packages: packages('temporal-polyfill') }),
    ...row('i18n', '^app/i18n/', { own: ['^app/i18n/', '^app/domain/'], packages: [] }),
    ...row('design-system', '^app/components/design-system/', {
      own: ['^app/components/design-system/', '^app/domain/'],
      packages: packages('react', '@types/react', '@remix-run/react'),
    }),
    ...row('db', '^db/', {
      own: ['^db/', '^app/domain/'],
      packages: [
        ...packages('drizzle-orm', 'better-sqlite3', '@types/better-sqlite3', 'pg', '@types/pg'),
        '^(node:)?(fs|path|crypto|child_process|os|url|timers)(/promises)?$',
      ],
    }),
    ...row('adapters', '^app/adapters/', { own: ['^app/adapters/', '^app/domain/', '^db/client\\.server\\.ts$'] }),
    typesOnly('adapters-of-db', '^app/adapters/', '^db/'),
    ...row('services', '^app/services/', {
      own: ['^app/services/', '^app/domain/', '^db/(queries|client|dialect)', '^app/i18n/', '^app/adapters/'],
    }),
    typesOnly('services-of-adapters', '^app/services/', '^app/adapters/'),
    ...row('routes', '^app/(routes|components)/', {
      own: ['^app/(routes|components|http|domain|i18n|services|styles)/'],
    }),
    typesOnly('routes-of-services', '^app/(routes|components|http|root)', '^app/services/'),
    ...row('http', '^app/http/', {
      own: [
        '^app/(http|domain|i18n|services)/',
        '^app/(composition|config)\\.server\\.ts$',
        '^db/queries/',
        '^db/migrate',
      ],
    }),
    ...row('jobs', '^jobs/', {
      own: ['^jobs/', '^app/services/', '^app/domain/', '^app/((composition|config)\\.server|cannot-start)\\.ts$'],
    }),
    {
      name: 'app-not-jobs',
      comment: 'app never imports jobs: the portal knows nothing of the worker',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^jobs/' },
    },
    ...row('composition', '^app/composition\\.server\\.ts$', {
      own: ['^app/(adapters|services|domain|i18n)/', '^app/(config\\.server|cannot-start)\\.ts$', '^db/'],
    }),
    {
      name: 'not-to-tests',
      comment: 'only tests import tests',
      severity: 'error',
      from: { path: '^(app|db|jobs|commands|server\\.ts)', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^tests/' },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|build/)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
