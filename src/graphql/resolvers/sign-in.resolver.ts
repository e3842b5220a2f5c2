import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { register } from '../../app/accounts/register.js';
import { requestSignIn } from '../../app/accounts/request-sign-in.js';
import { resetPassword } from '../../app/accounts/reset-password.js';
import { giveSecondFactor } from '../../app/accounts/second-factor/give-second-factor.js';
import type { SignInResult as SignInOutcome } from '../../app/accounts/sign-in-result.js';
import { signOut } from '../../app/accounts/sign-out.js';
import type { GraphqlContext } from '../context.js';
import {
  GiveSecondFactorInput,
  RegisterInput,
  RequestSignInInput,
  ResetPasswordInput,
  SignInWithCodeInput,
  SignInWithLinkInput,
  SignInWithPasswordInput,
  SignOutInput,
} from '../inputs/account.inputs.js';
import {
  RegisterResult,
  RequestSignInResult,
  ResetPasswordResult,
  SignInResult,
} from '../results/account-results.js';
import { RegisterPayload, RequestSignInPayload, SignInPayload, SignOutPayload } from '../results/payloads.js';
import { toError } from '../results/refusal-to-error.js';

const INPUT = { description: 'What is given.' };

@Resolver()
export class SignInResolver {
  @Mutation(() => RegisterResult, { description: 'Opens an account with a password, and signs it in.' })
  async register(
    @Ctx() { registry, origin, caller }: GraphqlContext,
    @Arg('input', () => RegisterInput, INPUT) input: RegisterInput,
  ): Promise<typeof RegisterResult> {
    const result = await register(registry, origin, input);
    if (!result.ok) return toError(result);
    await caller.begin(result);
    return new RegisterPayload(result);
  }

  @Mutation(() => RequestSignInResult, {
    description:
      'Mails a link and a code, by either of which one can sign in once. Opens an account where there is none.',
  })
  async requestSignIn(
    @Ctx() { registry, origin }: GraphqlContext,
    @Arg('input', () => RequestSignInInput, INPUT) input: RequestSignInInput,
  ): Promise<typeof RequestSignInResult> {
    const result = await requestSignIn(registry, origin, input);
    return result.ok ? new RequestSignInPayload(result.sentTo) : toError(result);
  }

  @Mutation(() => SignInResult, { description: 'Signs in by e-mail address and password.' })
  async signInWithPassword(
    @Ctx() context: GraphqlContext,
    @Arg('input', () => SignInWithPasswordInput, INPUT) input: SignInWithPasswordInput,
  ): Promise<typeof SignInResult> {
    return enter(context, await context.signIn.withPassword(input));
  }

  @Mutation(() => SignInResult, { description: 'Signs in by the code of a sign-in mail.' })
  async signInWithCode(
    @Ctx() context: GraphqlContext,
    @Arg('input', () => SignInWithCodeInput, INPUT) input: SignInWithCodeInput,
  ): Promise<typeof SignInResult> {
    return enter(context, await context.signIn.withCode(input));
  }

  @Mutation(() => SignInResult, { description: 'Signs in by the link of a sign-in mail.' })
  async signInWithLink(
    @Ctx() context: GraphqlContext,
    @Arg('input', () => SignInWithLinkInput, INPUT) input: SignInWithLinkInput,
  ): Promise<typeof SignInResult> {
    return enter(context, await context.signIn.withLink(input));
  }

  @Mutation(() => SignInResult, {
    description:
      'The second half of a sign-in, for an account that asks for one. The cookie of the first half comes along.',
  })
  async giveSecondFactor(
    @Ctx() context: GraphqlContext,
    @Arg('input', () => GiveSecondFactorInput, INPUT) { code }: GiveSecondFactorInput,
  ): Promise<typeof SignInResult> {
    const { registry, origin, caller } = context;
    return enter(context, await giveSecondFactor(registry, origin, { half: caller.half, code }));
  }

  @Mutation(() => ResetPasswordResult, {
    description: 'Sets a new password by a code, ends all sessions, and signs in.',
  })
  async resetPassword(
    @Ctx() context: GraphqlContext,
    @Arg('input', () => ResetPasswordInput, INPUT) input: ResetPasswordInput,
  ): Promise<typeof ResetPasswordResult> {
    const result = await resetPassword(context.registry, context.origin, input);
    return result.ok || result.code !== 'WEAK_PASSWORD' ? enter(context, result) : toError(result);
  }

  @Mutation(() => SignOutPayload, { description: 'Ends the session that asks, or all of its account.' })
  async signOut(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => SignOutInput, INPUT) input: SignOutInput,
  ): Promise<SignOutPayload> {
    const { sessionsEnded } = await signOut(registry, caller.actor, input);
    caller.end();
    return new SignOutPayload(sessionsEnded);
  }
}

async function enter({ caller }: GraphqlContext, outcome: SignInOutcome): Promise<typeof SignInResult> {
  if (!outcome.ok) {
    if (outcome.code === 'SECOND_FACTOR_NEEDED') caller.stopHalfway(outcome);
    return toError(outcome);
  }
  await caller.begin(outcome);
  return new SignInPayload(outcome.account);
}
