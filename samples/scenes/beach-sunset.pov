// Waves roll on to a sandy beach at sunset. Lengths in metres; the shore runs along x, the sea is +z.
#version 3.7;
global_settings { assumed_gamma 1.0 max_trace_level 6 }

#declare SunDirection = vnormalize(<0.22, 0.062, 1>);
#declare CloudScale = 0.55;
#declare CloudCover = 0.45;
#include "sunset.inc"
#include "figure.inc"
#include "dog.inc"

camera { location <0, 1.9, -7> right x * image_width / image_height up y angle 58 look_at <0.6, 1.35, 10> }
light_source { SunDirection * 5000 rgb <1.5, 0.75, 0.32> }
light_source { <-400, 900, -300> rgb <0.23, 0.22, 0.34> shadowless }

// The edge of the water wanders along the shore.
#declare Shore = function(x) { 1.2 * (f_noise3d(0.16 * x, 5, 0) - 0.5) * 4 + 0.06 * x }
#declare Offshore = function(x, z) { z - Shore(x) }

// Swell: distance between crests 9 m; the crests bend and break unevenly.
#declare Phase = function(x, z) { (Offshore(x, z) + 7 * f_noise3d(0.05 * x, 1, 0.03 * z)) / 9 }
#declare Crest = function(x, z) { pow(0.5 + 0.5 * cos(2 * pi * Phase(x, z)), 5) }
#declare Strength = function(x, z) { Smooth(f_noise3d(0.09 * x + 3, 2, 0.02 * z), 0.25, 0.65) * Smooth(Offshore(x, z), 0.5, 7) }
#declare Height = function(x, z) {
  0.75 * Crest(x, z) * Strength(x, z) * Mix(1, 0.5, Ramp(z, 30, 110))
    + 0.16 * (Fbm(0.7 * x, 0, 1.3 * z) - 0.5) * Ramp(Offshore(x, z), 0, 6)
}
#declare Lace = function(x, z) { 1 - abs(2 * Fbm(1.1 * x, 4, 1.1 * z) - 1) * 3.2 }
#declare Foam = function(x, y, z) {
  min(0.999, max(0,
    Smooth(Offshore(x, z), -0.3, 0.0) * (1 - Smooth(Offshore(x, z), 0.25, 0.55 + 1.2 * f_noise3d(0.9 * x, 0, 0.9 * z)))
    + 0.85 * Ramp(Lace(x, z), 0.3, 0.95) * (1 - Ramp(Offshore(x, z), 1, 8))
    + Strength(x, z) * Smooth(Crest(x, z), 0.12, 0.6) * Smooth(sin(2 * pi * Phase(x, z)), -0.75, 0.1) * Smooth(Fbm(2.5 * x, 1, 1.5 * z), 0.28, 0.5)
      * (1 - 0.8 * Ramp(z, 14, 40))))
}

#declare Ripples = normal {
  function { Fbm(3 * x, 3 * y, 6 * z) + 0.35 * f_noise3d(14 * x, 0, 22 * z) } 0.32
}
#declare Water = texture {
  pigment { rgb <0.012, 0.03, 0.04> }
  finish { ambient 0 diffuse 0.5 specular 0.5 roughness 0.003 reflection { 0.06, 0.95 fresnel on } conserve_energy }
  normal { Ripples }
}
#declare FoamTexture = texture {
  pigment { rgb <0.85, 0.86, 0.9> }
  finish { ambient 0.05 diffuse 0.95 }
  normal { granite 0.6 scale 0.25 }
}
#declare SeaTexture = texture {
  function { Foam(x, y, z) }
  texture_map { [0.25 Water] [0.7 FoamTexture] }
}

// The near sea has relief; the far sea is flat.
#local Wide = 160;
#local Deep = 130;
#local Tall = 1.4;
height_field {
  function 1700, 1700 { min(0.999, max(0, (Height((x - 0.5) * Wide, -6 + (1 - y) * Deep) + 0.3) / Tall)) }
  smooth
  translate <-0.5, 0, 0>
  scale <Wide, Tall, Deep>
  translate <0, -0.3, -6>
  texture { SeaTexture }
  interior { ior 1.33 }
}
plane { y, 0.0 texture { Water } interior { ior 1.33 } clipped_by { plane { -z, -122 } } }

// Wet near the water, dry higher up.
#declare Wet = function(x, y, z) { Smooth(Offshore(x, z) + 0.9 * Fbm(0.5 * x, 1, 0.5 * z), -1.9, -0.5) }
#declare Sand = function(x, z) {
  -0.045 * (z - Shore(x)) + 0.035
    + (0.05 * (Fbm(0.8 * x, 0, 1.6 * z) - 0.5) + 0.03 * (Fbm(6 * x, 0, 6 * z) - 0.5)) * (1 - Wet(x, 0, z))
}
height_field {
  function 900, 600 { min(0.999, max(0, (Sand((x - 0.5) * 30, -8 + (1 - y) * 20) + 0.8) / 1.6)) }
  smooth
  translate <-0.5, 0, 0>
  scale <30, 1.6, 20>
  translate <0, -0.8, -8>
  texture {
    function { min(0.999, Wet(x, y, z)) }
    texture_map {
      [0 pigment { granite color_map { [0 rgb <0.42, 0.31, 0.21>] [1 rgb <0.58, 0.45, 0.32>] } scale 0.3 }
         normal { granite 0.35 scale 0.15 } finish { ambient 0 diffuse 0.9 }]
      [1 pigment { rgb <0.13, 0.095, 0.065> } normal { bumps 0.02 scale 0.2 }
         finish { ambient 0 diffuse 0.6 reflection { 0.05, 0.75 fresnel on } }]
    }
  }
  interior { ior 1.33 }
}

// Someone walks a dog along the edge of the water.
#declare Cloth = texture { pigment { rgb <0.03, 0.03, 0.04> } finish { ambient 0 diffuse 0.7 } }
#declare Skin = texture { pigment { rgb <0.13, 0.08, 0.055> } finish { ambient 0 diffuse 0.7 } }
union {
  Leg(<0, 0.93, 0.09>, <0.27, 0.13, 0.08>, x, vnormalize(<1, 0.25, 0>), Cloth, Cloth)
  Leg(<0, 0.93, -0.09>, <-0.3, 0.17, -0.08>, x, vnormalize(<1, -0.6, 0>), Cloth, Cloth)
  Trunk(<0, 0.95, 0>, <0.05, 1.43, 0>, z, Cloth)
  cone { <0, 0.84, 0>, 0.19, <0.03, 1.3, 0>, 0.16 scale <0.8, 1, 1.15> texture { Cloth } }
  Arm(<0.04, 1.4, 0.19>, <-0.16, 0.96, 0.25>, -x, Cloth, Skin)
  Arm(<0.04, 1.4, -0.19>, <0.3, 1.04, -0.24>, -x, Cloth, Skin)
  Head(<0.05, 1.42, 0>, <0.09, 1.6, 0>, Skin, Cloth)
  sphere { 0, 1 scale <0.1, 0.07, 0.1> translate <0.04, 1.47, 0> texture { Cloth } }
  rotate y * 16
  translate <-2.3, Sand(-2.3, -0.6), -0.6>
}
#declare Skull = <0.46, 0.66, 0>;
#declare Nose = <0.62, 0.62, 0>;
DogBody(<0.25, 0.48, 0>, <-0.26, 0.47, 0>, Skull, Nose, <-0.5, 0.6, 0>, <-0.6, 0.74, 0>)
DogLeg(<0.26, 0.44, -0.08>, <0.3, 0.29, -0.09>, <0.4, 0.17, -0.09>, <0.43, 0.04, -0.09>, 0.85)
DogLeg(<0.26, 0.44, 0.08>, <0.18, 0.28, 0.1>, <0.16, 0.13, 0.1>, <0.12, 0.03, 0.1>, 0.85)
DogLeg(<-0.28, 0.42, -0.07>, <-0.26, 0.27, -0.09>, <-0.42, 0.17, -0.09>, <-0.42, 0.04, -0.09>, 1.05)
DogLeg(<-0.28, 0.42, 0.07>, <-0.16, 0.28, 0.09>, <-0.26, 0.15, 0.09>, <-0.21, 0.03, 0.09>, 1.05)
object { DogSkin(Cloth) rotate y * 12 scale 0.9 translate <-0.75, Sand(-0.75, -0.9), -0.9> }
sphere_sweep {
  cubic_spline 6
  <-2.5, 1.35, -0.9>, 0.008
  <-2.08, 1.07, -0.91>, 0.008
  <-1.7, 0.87, -0.92>, 0.008
  <-1.1, 0.73, -0.95>, 0.008
  <-0.45, 0.64, -0.98>, 0.008
  <-0.2, 0.62, -1>, 0.008
  texture { Cloth }
}
