import { Field, ObjectType } from 'type-graphql';
import type { AcceptanceView } from '../../app/terms/list-acceptances.js';
import { UseEnum } from '../enums.js';
import type { Owned } from '../owned.js';
import { DateTimeScalar, LogIndexScalar, Sha256Scalar } from '../scalars.js';
import { StatementType } from './statement.type.js';

@ObjectType('Acceptance', {
  description:
    'Somebody accepted the terms of an offer and signed for it. It is seen by whoever made the offer; the log holds its digest.',
  simpleResolvers: true,
})
export class AcceptanceType implements Owned {
  constructor(
    readonly ownerId: string | undefined,
    private readonly view: AcceptanceView,
  ) {}

  @Field(() => Sha256Scalar, { description: 'SHA-256 of the document.' })
  get digest(): Uint8Array {
    return this.view.stored.digest;
  }

  @Field(() => String, {
    nullable: true,
    description:
      'Who accepts, as they call themselves; nobody has looked at it. Null where they gave no name.',
  })
  get name(): string | undefined {
    return this.view.acceptance.name;
  }

  @Field(() => String, { description: 'C2SP verifier key of whoever signed. Whose it is they have to tell.' })
  get signer(): string {
    return this.view.acceptance.signer;
  }

  @Field(() => [UseEnum], { description: 'For what the terms are accepted.' })
  get uses(): readonly string[] {
    return this.view.acceptance.uses;
  }

  @Field(() => DateTimeScalar, { description: 'When the log took it.' })
  get takenAt(): Date {
    return this.view.stored.takenAt;
  }

  @Field(() => LogIndexScalar, { description: 'Place of its leaf in the log.' })
  get logIndex(): bigint {
    return this.view.stored.logIndex;
  }

  @Field(() => StatementType, { description: 'The offer whose terms were accepted.' })
  get statement(): StatementType {
    return new StatementType(this.view.statement);
  }

  @Field(() => String, {
    description:
      'The acceptance as it was signed: canonical JSON (schema/acceptance.v1.json), which can be kept and verified.',
  })
  get document(): string {
    return this.view.stored.document;
  }
}
