/** Plans that customers have agreed to show to a partner. */
export const en = {
  title: 'Plans shared with us',
  planTitle: (name: string) => `Plan of ${name}`,
  intro: (partner: string) =>
    `These people have agreed that ${partner} may see their plan. They can take that back at any time.`,
  count: (count: number) => (count === 1 ? '1 person' : `${count} people`),
  search: { label: 'Find somebody by name', submit: 'Find', all: 'Show everybody' },
  noneFound: 'Nobody here is called that. Try a shorter part of the name.',
  none: 'Nobody has agreed to it at the moment.',
  noPartner: 'You belong to no partner that we work with. Ask the office to put that right.',
  where: (office: string, adviser: string | null) => (adviser === null ? office : `${office}, adviser ${adviser}`),
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  pages: 'Pages',
  earlier: 'Previous page',
  later: 'Next page',
  back: 'All plans shared with us',
  readOnly: 'You see this because they agreed to it. They can see on which days you looked.',
  reached: 'Goals reached',
  owners: { customer: 'Customer', adviser: 'Adviser', partner: 'Partner' },
  by: (who: string, date: string) => `${who}, by ${date}`,
  doneOn: (date: string) => `Done on ${date}`,
};
