import { Field, Int, ObjectType } from 'type-graphql';
import { RULES_VERSION } from '../../core/consent/decision.js';
import { USES } from '../../core/consent/use.js';
import type { Use } from '../../core/consent/use.js';
import { CANONICAL_URL_VERSION } from '../../core/url/canonical-url.js';
import { UseEnum } from '../enums.js';
import { LogIndexScalar } from '../scalars.js';
import { SignInProviderType } from './sign-in-provider.type.js';

@ObjectType('Registry', {
  description: 'This registry, and the rules by which it answers.',
  simpleResolvers: true,
})
export class RegistryType {
  @Field(() => String, { description: 'Its name.' })
  readonly name: string;

  @Field(() => LogIndexScalar, { description: 'How many leaves its log holds.' })
  readonly logSize: bigint;

  @Field(() => Boolean, { description: 'Whether it can send mail: without, people sign in by password.' })
  readonly mailEnabled: boolean;

  @Field(() => Boolean, { description: 'Whether it shows a demo catalogue.' })
  readonly isDemo: boolean;

  @Field(() => [SignInProviderType], { description: 'Where people may sign in beside here.' })
  readonly signInProviders: readonly SignInProviderType[];

  @Field(() => Int, { description: 'Version of the rules by which answers are decided.' })
  readonly rulesVersion = RULES_VERSION;

  @Field(() => Int, { description: 'Version of the rules by which addresses are made comparable.' })
  readonly canonicalUrlVersion = CANONICAL_URL_VERSION;

  @Field(() => [UseEnum], { description: 'The uses it knows.' })
  readonly uses: readonly Use[] = USES;

  constructor(facts: Pick<RegistryType, 'name' | 'logSize' | 'mailEnabled' | 'isDemo' | 'signInProviders'>) {
    this.name = facts.name;
    this.logSize = facts.logSize;
    this.mailEnabled = facts.mailEnabled;
    this.isDemo = facts.isDemo;
    this.signInProviders = facts.signInProviders;
  }
}
