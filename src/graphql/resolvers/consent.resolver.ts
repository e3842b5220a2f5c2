import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { checkConsent } from '../../app/consent/check-consent.js';
import { declareConsent } from '../../app/consent/declare-consent.js';
import { importAddresses } from '../../app/consent/import-addresses.js';
import { listStatementsAbout } from '../../app/consent/list-statements-about.js';
import { previewConsent } from '../../app/consent/preview-consent.js';
import { viewStatement } from '../../app/consent/view-statements.js';
import { findGiven } from '../../app/snapshots/find-given.js';
import type { Use } from '../../core/consent/use.js';
import { withdrawStatement } from '../../app/consent/withdraw-statement.js';
import type { GraphqlContext } from '../context.js';
import { countChecks } from '../count-checks.js';
import {
  CheckConsentInput,
  DeclareConsentInput,
  ImportAddressesInput,
  SubjectInput,
  WithdrawStatementInput,
} from '../inputs/consent.inputs.js';
import { PreviewConsentInput } from '../inputs/preview-consent.input.js';
import { UseEnum } from '../enums.js';
import { pageArgs, readPage } from '../page-args.js';
import type { PageArguments } from '../page-args.js';
import { badInput } from '../problems.js';
import {
  DeclareConsentResult,
  ImportAddressesResult,
  PreviewConsentResult,
  WithdrawStatementResult,
} from '../results/consent-results.js';
import { ImportAddressesPayload } from '../results/import-addresses-payload.js';
import { DeclareConsentPayload, WithdrawStatementPayload } from '../results/payloads.js';
import { toError } from '../results/refusal-to-error.js';
import { Sha256Scalar } from '../scalars.js';
import { StatementConnection } from '../types/connections.js';
import { ConsentPreviewType } from '../types/consent-preview.type.js';
import { ConsentReportType } from '../types/consent-report.type.js';
import { StatementType } from '../types/statement.type.js';

const PageArgs = pageArgs(20);
const INPUT = { description: 'What is given.' };

@Resolver()
export class ConsentResolver {
  @Query(() => ConsentReportType, {
    description: 'What the registry answers about many addresses, in order.',
  })
  async checkConsent(
    @Ctx() { registry, checks, caller }: GraphqlContext,
    @Arg('input', () => CheckConsentInput, { description: 'What is asked.' }) input: CheckConsentInput,
  ): Promise<ConsentReportType> {
    await countChecks(checks, caller.actor, input.items.length);
    const result = await checkConsent(registry, input);
    if (result.ok) return new ConsentReportType(result);
    throw badInput(result);
  }

  @Query(() => StatementType, {
    nullable: true,
    description: 'One statement. Null when there is none of this id.',
  })
  async statement(
    @Ctx() { registry }: GraphqlContext,
    @Arg('id', () => Sha256Scalar, { description: 'Hash of its leaf.' }) id: Uint8Array,
  ): Promise<StatementType | undefined> {
    const view = await viewStatement(registry, id);
    return view && new StatementType(view);
  }

  @Query(() => StatementConnection, {
    description:
      'Every statement about exactly this place, also those that have ended, the newest first. What covers an address is for `checkConsent` to say.',
  })
  async statements(
    @Ctx() { registry }: GraphqlContext,
    @Arg('subject', () => SubjectInput, { description: 'What they are about.' }) subject: SubjectInput,
    @Args(() => PageArgs) page: PageArguments,
  ): Promise<StatementConnection> {
    const result = await listStatementsAbout(registry, subject, readPage(page));
    if (!result.ok) throw badInput(result);
    return StatementConnection.from(result, (view) => new StatementType(view));
  }

  @Query(() => StatementConnection, {
    description:
      'Statements by which something is given, or given on terms, as of the last snapshot, the newest first: a list to choose from. Whether an address may be used now is for `checkConsent` to say.',
  })
  async given(
    @Ctx() { registry }: GraphqlContext,
    @Args(() => PageArgs) page: PageArguments,
    @Arg('words', () => String, {
      nullable: true,
      description: 'Words that stand in the address or the terms.',
    })
    words: string | undefined,
    @Arg('use', () => UseEnum, { nullable: true, description: 'One use. Left out, all of them.' })
    use: Use | undefined,
    @Arg('onTerms', () => Boolean, {
      nullable: true,
      description: 'True for what is given on terms alone, false for what is given without. Left out, both.',
    })
    onTerms: boolean | undefined,
  ): Promise<StatementConnection> {
    const answer = onTerms === undefined ? undefined : onTerms ? 'CONDITIONAL' : 'ALLOWED';
    const found = await findGiven(registry, { words, use, answer }, readPage(page));
    return StatementConnection.from(found, (view) => new StatementType(view));
  }

  @Query(() => PreviewConsentResult, {
    description:
      'What a change of your answers would decide in the datasets of this registry. Nothing is changed.',
  })
  async previewConsent(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => PreviewConsentInput, { description: 'The change.' }) input: PreviewConsentInput,
  ): Promise<typeof PreviewConsentResult> {
    const result = await previewConsent(registry, caller.signedIn, input);
    return result.ok ? new ConsentPreviewType(result) : toError(result);
  }

  @Mutation(() => DeclareConsentResult, {
    description:
      'Puts your answers about a place, a work or all that is yours on record. A place you have not claimed is claimed with it.',
  })
  async declareConsent(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => DeclareConsentInput, INPUT) input: DeclareConsentInput,
  ): Promise<typeof DeclareConsentResult> {
    const result = await declareConsent(registry, caller.signedIn, input);
    return result.ok ? new DeclareConsentPayload(result) : toError(result);
  }

  @Mutation(() => ImportAddressesResult, {
    description: 'Says no to every address of a list that was kept elsewhere, from today on.',
  })
  async importAddresses(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => ImportAddressesInput, INPUT) input: ImportAddressesInput,
  ): Promise<typeof ImportAddressesResult> {
    const result = await importAddresses(registry, caller.signedIn, input);
    return result.ok ? new ImportAddressesPayload(result.rows) : toError(result);
  }

  @Mutation(() => WithdrawStatementResult, { description: 'Ends one of your statements from now on.' })
  async withdrawStatement(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => WithdrawStatementInput, INPUT) input: WithdrawStatementInput,
  ): Promise<typeof WithdrawStatementResult> {
    const result = await withdrawStatement(registry, caller.signedIn, input);
    return result.ok ? new WithdrawStatementPayload(result.statement) : toError(result);
  }
}
