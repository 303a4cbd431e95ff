/** Something that is made when it is first needed, and kept; a failure is forgotten. */
export class Once<T, Context = void> {
  private made?: Promise<T>;

  constructor(private readonly make: (context: Context) => Promise<T>) {}

  /** @param context for the making, if it has not been made yet. */
  get(context: Context): Promise<T> {
    this.made ??= this.make(context).catch((error: unknown) => {
      this.made = undefined;
      throw error;
    });
    return this.made;
  }
}
