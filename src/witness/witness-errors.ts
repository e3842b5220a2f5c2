/** Why a witness does not start. What its key or its memory lack is told by them. */

/** A witness begins, and nobody has said what it is called. */
export class WitnessUnnamed extends Error {
  override readonly name = 'WitnessUnnamed';

  constructor() {
    super(
      'A new witness needs a name: a host and a path without a scheme, such as --name witness.example/w1.',
    );
  }
}

/** Two processes on one folder could cosign two histories. */
export class WitnessFolderBusy extends Error {
  override readonly name = 'WitnessFolderBusy';

  constructor(folder: string, pid: number) {
    super(
      `The witness folder ${folder} is in use by process ${pid}. Stop it, or give another folder with --dir.`,
    );
  }
}

export class WitnessPortTaken extends Error {
  override readonly name = 'WitnessPortTaken';

  constructor(port: number) {
    super(`Port ${port} is in use. Stop what listens there, or give another one with --port.`);
  }
}
