import { Field, ID, ObjectType } from 'type-graphql';
import type { StatementView } from '../../app/consent/describe-statements.js';
import type { StatementRow } from '../../app/ports/log.js';
import type { Assurance } from '../../core/consent/assurance.js';
import {
  AssuranceEnum,
  BasisEnum,
  CapacityEnum,
  PreferenceEnum,
  SubjectKindEnum,
  UseEnum,
} from '../enums.js';
import { DateTimeScalar, LogIndexScalar, Sha256Scalar } from '../scalars.js';
import { OpeningType } from './opening.type.js';
import { TermsType } from './terms.type.js';

@ObjectType('Statement', {
  description:
    'One answer on record: immutable, public, and in the log. Later ones supersede it, none rewrites it.',
  simpleResolvers: true,
})
export class StatementType {
  constructor(readonly view: StatementView) {}

  @Field(() => Sha256Scalar, { description: 'Hash of its leaf in the log.' })
  get id(): Uint8Array {
    return this.view.statement.id;
  }

  @Field(() => LogIndexScalar, { description: 'Its place in the log; a higher one is later.' })
  get logIndex(): bigint {
    return this.view.statement.logIndex;
  }

  @Field(() => ID, { description: 'Random name of its claimant in the log.' })
  get claimant(): string {
    return this.view.statement.claimant;
  }

  @Field(() => CapacityEnum, { description: 'As what the claimant speaks.' })
  get capacity(): string {
    return this.view.statement.capacity;
  }

  @Field(() => SubjectKindEnum, { description: 'What it is about.' })
  get subjectKind(): StatementRow['kind'] {
    return this.view.statement.kind;
  }

  @Field(() => Sha256Scalar, {
    nullable: true,
    description: 'SHA-256 of the canonical address of the place. Null when it is about no place.',
  })
  get subjectDigest(): Uint8Array | undefined {
    const { kind, subjectDigest } = this.view.statement;
    return kind === 'content' || kind === 'account' ? undefined : subjectDigest;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Canonical address of the place. Null once its claimant has had it erased.',
  })
  get address(): string | undefined {
    return this.view.address;
  }

  @Field(() => UseEnum, { description: 'The use it speaks of.' })
  get use(): string {
    return this.view.statement.use;
  }

  @Field(() => PreferenceEnum, { description: 'What it says about the use.' })
  get preference(): StatementRow['preference'] {
    return this.view.statement.preference;
  }

  @Field(() => TermsType, {
    nullable: true,
    description:
      'The terms of a conditional statement. Null once its claimant has had them erased: it is a plain no from then on.',
  })
  get terms(): TermsType | undefined {
    return this.view.terms && new TermsType(this.view.terms);
  }

  @Field(() => OpeningType, {
    nullable: true,
    description:
      'Exact words and terms, with what it takes to check them against the leaf. Null once its claimant has had them erased.',
  })
  get opening(): OpeningType | undefined {
    return this.view.opening && new OpeningType(this.view.opening);
  }

  @Field(() => BasisEnum, { description: 'What entitles the claimant.' })
  get basis(): string {
    return this.view.statement.basis;
  }

  @Field(() => Boolean, { description: 'Whether the claimant declared the works there to be their own.' })
  get ownWorks(): boolean {
    return this.view.statement.ownWorks;
  }

  @Field(() => Boolean, {
    description: 'Whether it reserves rights under Article 4(3) of Directive (EU) 2019/790.',
  })
  get reservesRights(): boolean {
    return this.view.statement.reservesRights;
  }

  @Field(() => AssuranceEnum, { description: 'How well it is known, today, that the claimant may speak.' })
  get assurance(): Assurance {
    return this.view.assurance;
  }

  @Field(() => Boolean, {
    description:
      'Whether it is, today, still its claimant’s word: not ended, set aside or run out, and not replaced by a later word that may replace it. Whether it counts for an address is for `checkConsent` to say.',
  })
  get standsNow(): boolean {
    return this.view.isInForce;
  }

  @Field(() => Boolean, {
    description:
      'Whether it is not heard any more, or not yet: a dispute was decided against it, or it came too late for one.',
  })
  get isSetAside(): boolean {
    return this.view.isSetAside;
  }

  @Field(() => AssuranceEnum, {
    nullable: true,
    description:
      'Of one that came too late for a decided dispute, with which assurance it is heard after all. Null for every other.',
  })
  get heardFrom(): Assurance | undefined {
    return this.view.heardFrom;
  }

  @Field(() => DateTimeScalar, { description: 'When the log took it.' })
  get statedAt(): Date {
    return this.view.statement.statedAt;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it runs out. Null when it does not.' })
  get expiresAt(): Date | undefined {
    return this.view.statement.expiresAt;
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When its claimant ended it, or their account.',
  })
  get withdrawnAt(): Date | undefined {
    return this.view.withdrawnAt;
  }

  @Field(() => Sha256Scalar, {
    nullable: true,
    description:
      'The later statement of the same claimant, on the same subject and use, that took its place.',
  })
  get supersededBy(): Uint8Array | undefined {
    return this.view.statement.supersededBy;
  }
}
