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

/** The query modules that read how somebody is best served; see docs/decisions/0030. */
const PROFILE_QUERIES =
  '^db/queries/([^/]*profile[^/]*|reasks|fairness|outlooks?|other-ways?|signposts?)\\.server\\.ts$';

/** What records, counts, writes out or takes in what came of meetings. */
const ABOUT_OUTCOMES = [
  '^app/domain/appointment/(recorded-outcome|csv-status|day-state|replacement|group-places)\\.ts$',
  '^app/domain/(import|adviser/(continuity|caseload-view|needs-me))',
  '^app/services/((undo|record)-outcome|(change|cancel)-appointment|change-appointment-as-staff|follow-missed)',
  '^app/services/(give-missed-reason|fill-group-session|view-group-sessions|manage-group-sessions)',
  '^app/services/(view-continuity|view-caseload|export-office|import-|save-appointments|save-customers)',
  '^db/queries/(exports|caseload|adviser-terms|group-sessions|import-runs|appointments)\\.server\\.ts$',
];

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
      name: 'outcomes-not-capability',
      comment: 'nothing about outcomes, attendance or sanctions reads what somebody can do online',
      severity: 'error',
      from: { path: ABOUT_OUTCOMES, pathNot: '\\.test\\.tsx?$' },
      to: {
        path: [
          ...['^app/domain/capability/', PROFILE_QUERIES],
          '^app/services/[^/]*(profile|capability|reask|fairness|outlook|signpost)',
        ],
      },
    },
    {
      name: 'profiles-by-name',
      comment: 'who reads profiles is named here, one by one',
      severity: 'error',
      from: {
        path: '^(app|db|jobs|commands)/',
        pathNot: [
          PROFILE_QUERIES,
          '^app/services/[^/]*(profile|capability|reask|fairness|outlook|other-way|signpost)[^/]*$',
          '^app/services/(visit|help|kiosk)[^/]*$',
          // How somebody is reached: the order of the ways, and nothing else.
          '^db/queries/claim-context\\.server\\.ts$',
          '^app/services/(tell-customer|reach-waiting)\\.server\\.ts$',
          // A tag beside the name on the two pages on which staff decide how to talk to somebody.
          '^app/services/(view-office-day|view-staff-appointment|view-staff-customer|view-home|view-desk|view-own-visit|record-visit-task)\\.server\\.ts$',
          '^app/services/(view-channels|list-unreachable)\\.server\\.ts$',
          // Pointing somebody to help, putting down their situation with them, and what waits for a colleague's answer.
          '^app/services/(point-to|record-situation|list-needs)\\.server\\.ts$',
          '\\.test\\.tsx?$',
        ],
      },
      to: { path: PROFILE_QUERIES, dependencyTypesNot: ['type-only'] },
    },
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
