// A brown dog runs through a meadow. Lengths in metres.
#version 3.7;
global_settings { assumed_gamma 1.0 max_trace_level 4 }

#declare SunDirection = vnormalize(<-0.5, 0.75, -0.7>);
#declare CloudScale = 0.5;
#declare CloudCover = 0.45;
#include "day.inc"
#include "grass.inc"
#include "tree.inc"
#include "dog.inc"

camera { location <0.25, 0.62, -2.6> right x * image_width / image_height up y angle 39 look_at <0.0, 0.48, 0> }
light_source { SunDirection * 5000 rgb <1.75, 1.62, 1.38> }
light_source { <900, 1200, -300> rgb <0.2, 0.25, 0.34> shadowless }
light_source { <-300, 1200, 900> rgb <0.16, 0.19, 0.25> shadowless }

plane { y, 0 pigment { bozo color_map { [0 rgb <0.045, 0.075, 0.015>] [1 rgb <0.09, 0.13, 0.03>] } scale 0.8 } finish { ambient 0 diffuse 0.8 } }
#declare Patches = array[4];
#for (I, 0, 3)
  #declare Patches[I] = GrassPatch(2600, 0.15, 0.0026, <0.17, 0.29, 0.055> * (0.9 + 0.09 * I), 31 + I)
#end
Meadow(Patches, -2, 26, 1.1, 5)
#declare Crowns = array[3];
#for (I, 0, 2)
  #declare Crowns[I] = Crown(9000, 0.042, <0.07 + 0.025 * I, 0.14 + 0.025 * I, 0.042>, 11 + I)
#end
TreeRow(Crowns, <-40, 0, 56>, <40, 0, 62>, 30, 6, 11, 8)
TreeRow(Crowns, <-34, -0.6, 44>, <34, -0.6, 48>, 60, 2, 3.6, 9)

// The moment of the gallop in which the hind legs push and the fore legs reach.
#declare Skull = <0.5, 0.7, -0.04>;
#declare Nose = <0.655, 0.655, -0.1>;
DogBody(<0.25, 0.52, 0>, <-0.26, 0.5, 0>, Skull, Nose, <-0.55, 0.6, 0.03>, <-0.72, 0.68, 0.08>)
DogLeg(<0.26, 0.47, -0.08>, <0.33, 0.32, -0.09>, <0.5, 0.27, -0.09>, <0.6, 0.22, -0.09>, 0.9)
DogLeg(<0.26, 0.47, 0.08>, <0.28, 0.31, 0.1>, <0.42, 0.2, 0.1>, <0.49, 0.11, 0.1>, 0.9)
DogLeg(<-0.28, 0.45, -0.07>, <-0.3, 0.28, -0.1>, <-0.5, 0.24, -0.1>, <-0.57, 0.11, -0.1>, 1.15)
DogLeg(<-0.28, 0.45, 0.07>, <-0.24, 0.29, 0.1>, <-0.41, 0.2, 0.1>, <-0.44, 0.06, 0.1>, 1.15)
#declare Skin = DogSkin(texture { pigment { rgb <0.16, 0.075, 0.03> } finish { ambient 0 diffuse 0.8 } })
object { Skin }
DogHair(Skin, 700, <0.12, 0.052, 0.018>, <0.35, 0.17, 0.068>, 4)
DogFace(Skull, Nose)
