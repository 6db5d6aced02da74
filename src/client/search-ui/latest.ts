/**
 * Runs one task at a time as far as its outcome goes: only the latest call's answer is delivered,
 * those of earlier calls are dropped.
 */
export class Latest {
  private call = 0;

  /**
   * @param task Starts at once; what it tells before its outcome goes to `early`, unless another
   *   call has begun meanwhile.
   * @param done Gets the outcome unless another call has begun meanwhile.
   */
  run<T, U = never>(
    task: (tell: (value: U) => void) => Promise<T>,
    done: (value: T) => void,
    failed: (error: unknown) => void,
    early: (value: U) => void = () => undefined,
  ): void {
    const call = ++this.call;
    task((value) => {
      if (call === this.call) early(value);
    }).then(
      (value) => {
        if (call === this.call) done(value);
      },
      (error: unknown) => {
        if (call === this.call) failed(error);
      },
    );
  }

  /** Drop whatever is under way. */
  cancel(): void {
    this.call++;
  }
}
