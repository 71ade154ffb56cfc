import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { pageTitle } from '~/components/page-title';
import { homeWords } from '~/i18n/pages/home';
import Home from '~/routes/_index';
import type { TemplateContext } from '../../server';

export const loader = ({ context }: LoaderFunctionArgs) => (context as unknown as TemplateContext).home;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(homeWords.in(data.language).title, data.language) : [];

export default Home;
