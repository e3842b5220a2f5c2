import { Field, ObjectType } from 'type-graphql';
import type { ImportedAddress } from '../../app/consent/import-addresses.js';
import type { PlaceKind } from '../../core/consent/subject.js';
import { ImportStatusEnum, PlaceKindEnum } from '../enums.js';

@ObjectType('ImportedAddressPayload', {
  description: 'What became of one address of a list.',
  simpleResolvers: true,
})
export class ImportedAddressPayload {
  constructor(private readonly row: ImportedAddress) {}

  @Field(() => String, { description: 'As the list had it.' })
  get address(): string {
    return this.row.address;
  }

  @Field(() => PlaceKindEnum, { description: 'What it was read as: one address, or a whole site.' })
  get kind(): PlaceKind {
    return this.row.kind;
  }

  @Field(() => ImportStatusEnum, { description: 'What became of it.' })
  get status(): ImportedAddress['status'] {
    return this.row.status;
  }

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the no counts already. Null of what was refused.',
  })
  get countsNow(): boolean | undefined {
    return this.row.countsNow;
  }

  @Field(() => String, { nullable: true, description: 'Why it was refused, or what makes it count.' })
  get message(): string | undefined {
    return this.row.message;
  }
}

@ObjectType('ImportAddressesPayload', { description: 'The list was taken.', simpleResolvers: true })
export class ImportAddressesPayload {
  constructor(imported: readonly ImportedAddress[]) {
    this.rows = imported.map((row) => new ImportedAddressPayload(row));
  }

  @Field(() => [ImportedAddressPayload], { description: 'One for each address, in order.' })
  readonly rows: ImportedAddressPayload[];
}
