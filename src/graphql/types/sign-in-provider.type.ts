import { Field, ID, ObjectType } from 'type-graphql';
import type { SignInProvider } from '../../app/ports/identities.js';

@ObjectType('SignInProvider', {
  description:
    'A provider of OpenID Connect that people may sign in with: POST /sign-in/with/ID answers where the browser goes.',
  simpleResolvers: true,
})
export class SignInProviderType {
  @Field(() => ID, { description: 'Short name, for the address.' })
  readonly id: string;

  @Field(() => String, { description: 'Its name.' })
  readonly name: string;

  constructor({ id, name }: Pick<SignInProvider, 'id' | 'name'>) {
    this.id = id;
    this.name = name;
  }
}
