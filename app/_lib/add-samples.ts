import { fetchSample, type SampleName } from './samples';
import { addFiles } from './work';

/** Adds samples as if they had been chosen. @throws when one does not arrive. */
export async function addSamples(names: readonly SampleName[]): Promise<void> {
  addFiles(
    await Promise.all(
      names.map(
        async (name) => new File([await fetchSample(name)], `${name}.jpg`, { type: 'image/jpeg' }),
      ),
    ),
  );
}
