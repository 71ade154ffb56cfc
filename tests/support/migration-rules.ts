/**
 * What a migration may do while programs of the version before it go on working with the tables. A file that takes something
 * away says so in its first line, `-- contract: why, and since which version nobody uses it`; what locks a table that is in use
 * for as long as it is large says so in a line `-- locks: which, and why that is short enough`.
 */
const BREAKING: [RegExp, string][] = [
  [/^drop table/i, 'takes a table away'],
  [/\bdrop column\b/i, 'takes a column away'],
  [/\brename (?:column |to |")/i, 'renames something'],
  [/\balter column\b.*\b(?:set data )?type\b/i, 'changes what a column holds'],
  [/\bset not null\b/i, 'makes a column obligatory'],
  [/\badd (?:column )?(?=.*\bnot null\b)(?!.*\bdefault\b)/i, 'adds an obligatory column without a default'],
  [/^create unique index/i, 'forbids what the version before may still write'],
  [/\badd constraint\b(?!.*\bnot valid\b)/i, 'forbids what the version before may still write'],
];

/** @returns what is wrong with a migration's statements, as "statement's beginning: why". */
export function faultsOfMigration(text: string): string[] {
  if (/^-- contract: \S.{20,}/.test(text)) return [];
  const statements = text
    .split(/--> statement-breakpoint|;\s*$/m)
    .map((statement) =>
      statement
        .replace(/^--.*$/gm, '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .filter((statement) => statement !== '');
  const made = new Set(statements.flatMap((one) => /^create table (?:if not exists )?[`"](\w+)/i.exec(one)?.[1] ?? []));
  const isNew = (one: string) => made.has(/\b(?:on|alter table) [`"](\w+)/i.exec(one)?.[1] ?? '');
  const noted = /^-- locks: \S.{20,}/m.test(text);
  return statements.flatMap((one) => {
    if (isNew(one)) return [];
    const why = BREAKING.find(([rule]) => rule.test(one))?.[1];
    const locks = !noted && /^create index(?! concurrently)/i.test(one) ? 'locks a table that is in use' : null;
    return (why ?? locks) ? [`${one.slice(0, 60)}: ${why ?? locks}`] : [];
  });
}
