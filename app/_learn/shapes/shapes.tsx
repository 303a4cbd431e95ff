import { Lesson } from '../lesson';
import { Aligned } from './aligned';
import { Attended } from './attended';
import { ManyToOne } from './many-to-one';
import { OneToMany } from './one-to-many';

/** The shapes that a recurrent network comes in, each on its real model. */
export function Shapes() {
  return (
    <Lesson name="shapes">
      <OneToMany />
      <ManyToOne />
      <Aligned />
      <Attended />
    </Lesson>
  );
}
