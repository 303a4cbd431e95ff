import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../../server/routers/app';

type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;

export type Collection = Outputs['collections']['list'][number];
export type ItemPage = Outputs['items']['list'];
export type Item = ItemPage['items'][number];
export type ItemDetail = Outputs['items']['get'];
export type AltState = Item['state'];
export type Warning = Item['warnings'][number];
export type KeywordKind = keyof NonNullable<Filter['keywords']>;
export type Filter = NonNullable<Inputs['items']['list']['filter']>;
export type Sort = NonNullable<Inputs['items']['list']['sort']>;
export type Job = Outputs['jobs']['list']['jobs'][number];
export type JobDetail = Outputs['jobs']['get'];
export type IntakeReport = Outputs['intake']['files'];
export type ImportReport = Outputs['exports']['import'];
export type HtmlPatch = Outputs['exports']['patch'];
export type HouseRules = Outputs['rules']['get']['rules'];

/** The closed sets, in the order in which people read them. */
export const STATES = ['draft', 'edited', 'approved', 'decorative'] as const satisfies AltState[];
export const SORTS = ['confidence', 'newest', 'name'] as const satisfies Sort[];
export const KEYWORD_KINDS = ['nouns', 'verbs', 'adjectives'] as const satisfies KeywordKind[];
export const WARNINGS = [
  'empty',
  'tooLong',
  'opening',
  'fileName',
  'repeated',
  'prefix',
  'forbidden',
  'gendered',
] as const satisfies Warning[];
