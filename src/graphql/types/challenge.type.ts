import { Field, ObjectType } from 'type-graphql';
import type { ChallengeToMeet } from '../../app/claims/describe-claims.js';
import type { ProofMethod, ProofProblem } from '../../app/ports/proofs.js';
import { ProofMethodEnum, ProofProblemEnum } from '../enums.js';
import type { Owned } from '../owned.js';
import { DateTimeScalar } from '../scalars.js';

@ObjectType('Challenge', {
  description:
    'What to put where in order to prove control of a place. It proves nothing for any other account.',
  simpleResolvers: true,
})
export class ChallengeType implements Owned {
  constructor(
    private readonly toMeet: ChallengeToMeet,
    readonly ownerId: string | undefined,
  ) {}

  @Field(() => String, { description: 'The random part of the line.' })
  get token(): string {
    return this.toMeet.challenge.token;
  }

  @Field(() => String, { description: 'Address at which the file is looked for.' })
  get fileUrl(): string {
    return this.toMeet.fileUrl;
  }

  @Field(() => String, {
    description: 'The line that the file has to hold. Lines of other claims may stand beside it.',
  })
  get fileContent(): string {
    return this.toMeet.fileContent;
  }

  @Field(() => [ProofMethodEnum], { description: 'The ways in which this place can be proven.' })
  get ways(): readonly ProofMethod[] {
    return this.toMeet.ways;
  }

  @Field(() => String, { description: 'The name in the DNS whose text record may hold the line instead.' })
  get recordName(): string {
    return this.toMeet.recordName;
  }

  @Field(() => String, { description: 'An element for the head of the page instead.' })
  get metaElement(): string {
    return this.toMeet.metaElement;
  }

  @Field(() => String, { description: 'The address that a profile may link to with rel="me" instead.' })
  get profileLink(): string {
    return this.toMeet.profileLink;
  }

  @Field(() => String, { description: 'Address of the page on which element or link is looked for.' })
  get pageUrl(): string {
    return this.toMeet.pageUrl;
  }

  @Field(() => [String], {
    description:
      'Where a code may be mailed to instead. None where the place is no domain, or no mail is sent.',
  })
  get mailAddresses(): readonly string[] {
    return this.toMeet.mailAddresses;
  }

  @Field(() => Boolean, {
    description: 'Whether the site lets no program look, as is known of it or was seen at the last check.',
  })
  get siteRefuses(): boolean {
    return this.toMeet.siteRefuses;
  }

  @Field(() => DateTimeScalar, { description: 'When the line is no longer accepted.' })
  get expiresAt(): Date {
    return this.toMeet.challenge.expiresAt;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the file was last looked for.' })
  get lastCheckedAt(): Date | undefined {
    return this.toMeet.challenge.lastCheckedAt;
  }

  @Field(() => ProofProblemEnum, { nullable: true, description: 'What was wrong then.' })
  get lastReason(): ProofProblem | undefined {
    return this.toMeet.challenge.lastReason;
  }

  @Field(() => String, { nullable: true, description: 'What was wrong then, in words.' })
  get lastProblem(): string | undefined {
    return this.toMeet.challenge.lastProblem;
  }
}
