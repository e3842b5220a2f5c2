import { Field, ObjectType } from 'type-graphql';
import type { Terms } from '../../core/consent/terms.js';

@ObjectType('Terms', {
  description: 'What a conditional answer asks for. Written by its claimant.',
  simpleResolvers: true,
})
export class TermsType {
  constructor(private readonly terms: Terms) {}

  @Field(() => String, { nullable: true, description: 'Address of the licence.' })
  get licenceUrl(): string | undefined {
    return this.terms.licenceUrl;
  }

  @Field(() => String, { nullable: true, description: 'How to name whoever made the work.' })
  get credit(): string | undefined {
    return this.terms.credit;
  }

  @Field(() => String, { nullable: true, description: 'Address where a fee is paid.' })
  get feeUrl(): string | undefined {
    return this.terms.feeUrl;
  }

  @Field(() => String, { nullable: true, description: 'Whom to ask.' })
  get contact(): string | undefined {
    return this.terms.contact;
  }
}
