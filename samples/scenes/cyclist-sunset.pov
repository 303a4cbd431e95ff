// A cyclist rides over a grassy hill, dark against the evening sky. Lengths in metres.
#version 3.7;
global_settings { assumed_gamma 1.0 max_trace_level 4 }

#declare SunDirection = vnormalize(<0.2, 0.055, 1>);
#declare CloudScale = 0.5;
#declare CloudCover = 0.62;
#include "sunset.inc"
#include "grass.inc"
#include "bicycle.inc"

camera { location <0, 1.15, -7.2> right x * image_width / image_height up y angle 42 look_at <0.1, 1.62, 0> }
light_source { SunDirection * 60000 rgb <1.9, 0.95, 0.4> }
light_source { <-300, 900, -500> rgb <0.09, 0.09, 0.13> shadowless }

// The hill falls to both sides and, behind the crest, out of sight.
#declare Hill = function(x, z) { 0.55 - 0.012 * pow(x - 0.8, 2) - 0.025 * pow(z, 2) + 0.1 * (f_noise3d(0.6 * x, 0, 0.6 * z) - 0.5) }
isosurface {
  function { y - Hill(x, z) }
  contained_by { box { <-14, -4, -7>, <14, 2, 9> } }
  max_gradient 1.6
  pigment { rgb <0.02, 0.025, 0.008> }
  finish { ambient 0 diffuse 0.7 }
}
#declare Tufts = array[3];
#for (I, 0, 2)
  #declare Tufts[I] = GrassPatch(1500, 0.2, 0.0024, <0.2, 0.22, 0.06>, 70 + I)
#end
#declare Random = seed(3);
#for (Z, -5, 2.5, 0.8)
  #for (X, -7, 7, 0.8)
    object { Tufts[int(rand(Random) * 2.99)] rotate y * 90 * int(rand(Random) * 4) translate <X, Hill(X, Z) - 0.01, Z> }
  #end
#end

#declare Dark = texture { pigment { rgb 0.02 } finish { ambient 0 diffuse 0.6 } }
#declare Skin = texture { pigment { rgb <0.1, 0.06, 0.045> } finish { ambient 0 diffuse 0.6 } }
union {
  BicycleWithRider(Dark, Dark, Skin)
  rotate z * 1.2
  translate <-0.1, Hill(-0.1, 0) + 0.01, 0>
}
