// A black dog runs through deep snow. Lengths in metres.
#version 3.7;
global_settings { assumed_gamma 1.0 max_trace_level 4 }

#declare SunDirection = vnormalize(<-0.65, 0.5, -0.5>);
#declare CloudScale = 0.5;
#declare CloudCover = 0.3;
#include "day.inc"
#include "tree.inc"
#include "transforms.inc"
#include "dog.inc"

camera { location <0.3, 0.66, -2.7> right x * image_width / image_height up y angle 40 look_at <0.05, 0.5, 0> }
light_source { SunDirection * 5000 rgb <1.5, 1.4, 1.22> }
light_source { <900, 1200, -300> rgb <0.15, 0.19, 0.28> shadowless }
light_source { <-300, 300, -900> rgb <0.1, 0.12, 0.17> shadowless }

#declare Drift = function(x, z) {
  0.16 * (f_noise3d(0.7 * x, 2, 0.8 * z) - 0.5) + 0.03 * (Fbm(3 * x, 2, 3 * z) - 0.5) + 0.5 * (f_noise3d(0.12 * x, 2, 0.12 * z) - 0.5) * Ramp(z, 2, 12)
    - 0.13 * exp(-pow((z + 0.02) / 0.16, 2)) * Ramp(-x, -0.2, 0.2) * (0.5 + f_noise3d(4 * x, 6, 5 * z))
}
#declare Ground = height_field {
  function 2000, 1500 { min(0.999, max(0, (Drift((x - 0.5) * 44, -2.5 + (1 - y) * 34) + 0.6) / 1.2)) }
  smooth
  translate <-0.5, 0, 0>
  scale <44, 1.2, 34>
  translate <0, -0.6, -2.5>
  pigment { rgb <0.9, 0.92, 0.96> }
  normal { granite 0.05 scale 0.05 }
  finish { ambient 0 diffuse 0.85 specular 0.1 roughness 0.02 emission <0.006, 0.012, 0.03> }
}
object { Ground }

#declare Firs = array[4];
#for (I, 0, 3)
  #declare Firs[I] = Conifer(650, 60, 0.4, <0.03, 0.055, 0.035>, 61 + I)
#end
#declare Random = seed(22);
#for (I, 1, 85)
  object {
    Firs[int(rand(Random) * 3.99)]
    rotate y * 360 * rand(Random)
    scale 4 + 5 * rand(Random)
    translate <(rand(Random) - 0.5) * 46, -0.3, 23 + 12 * rand(Random)>
  }
#end

#declare Skull = <0.48, 0.68, -0.07>;
#declare Nose = <0.6, 0.62, -0.17>;
DogBody(<0.25, 0.5, 0>, <-0.26, 0.46, 0>, Skull, Nose, <-0.52, 0.62, 0.02>, <-0.66, 0.76, 0.06>)
DogLeg(<0.26, 0.45, -0.08>, <0.36, 0.33, -0.09>, <0.48, 0.22, -0.09>, <0.56, 0.12, -0.09>, 0.9)
DogLeg(<0.26, 0.45, 0.08>, <0.26, 0.3, 0.1>, <0.32, 0.15, 0.1>, <0.34, 0.02, 0.1>, 0.9)
DogLeg(<-0.28, 0.41, -0.07>, <-0.2, 0.27, -0.1>, <-0.36, 0.17, -0.1>, <-0.36, 0.0, -0.1>, 1.15)
DogLeg(<-0.28, 0.41, 0.07>, <-0.3, 0.25, 0.1>, <-0.46, 0.15, 0.1>, <-0.5, 0.0, 0.1>, 1.15)
#declare Skin = DogSkin(texture { pigment { rgb 0.012 } finish { ambient 0 diffuse 0.8 } })
object { Skin }
DogHair(Skin, 700, <0.008, 0.008, 0.009>, <0.06, 0.055, 0.05>, 4)
DogFace(Skull, Nose)
// The tongue hangs out.
sphere { 0, 1 scale <0.045, 0.008, 0.02> rotate z * -62 rotate y * 40 translate Nose + <-0.045, -0.058, 0.03>
  pigment { rgb <0.6, 0.16, 0.17> } finish { ambient 0 diffuse 0.8 specular 0.3 roughness 0.02 } }
// The collar.
#local Way = vnormalize(<0.17, 0.14, -0.05>);
torus { 0.083, 0.014 scale <1, 1.3, 1> Point_At_Trans(Way) translate <0.375, 0.595, -0.035> pigment { rgb <0.5, 0.02, 0.02> } finish { ambient 0 diffuse 0.8 } }

// Snow that the paws throw up.
union {
  #for (I, 1, 9000)
    #declare T = rand(Random);
    #declare Start = (rand(Random) < 0.6 ? <-0.5, 0, 0> : <0.36, 0, 0.05>);
    #declare Way = vrotate(<pow(T, 1.5) * 0.42, 0, 0>, <0, 360 * rand(Random), 0>) * <1, 1, 0.8> - x * 0.16 * T;
    sphere { Start + Way + y * (Drift(Start.x, 0) + 0.02 + 0.4 * pow(rand(Random), 3) * (1 - 0.6 * T)), 0.0007 + 0.0042 * pow(rand(Random), 5) }
  #end
  pigment { rgb <0.93, 0.95, 1> }
  finish { ambient 0 diffuse 0.7, 0.5 emission 0.25 }
}
